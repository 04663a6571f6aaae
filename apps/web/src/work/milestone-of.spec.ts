import { milestoneOf } from './milestone-of';

const AT_NETWORK = { person: { organisation: { kind: 'NETWORK' } }, permissions: ['milestones.record'] } as never;
const AT_SUPPLIER = {
  person: { organisation: { kind: 'SUPPLIER_GROUP' } },
  permissions: ['milestones.record'],
} as never;
const contact = (escalated: boolean) =>
  ({ kind: 'CONTACT_TO_MAKE', subject: { type: 'CONTRACT', id: 'c-1', name: null }, escalated }) as const;

describe('what is written down to end an item', () => {
  it('is the talk that the item asks for, on what it is about', () => {
    expect(milestoneOf(contact(false), AT_NETWORK)).toEqual({
      kind: 'FIRST_CONTACT',
      subject: { subjectType: 'CONTRACT', subjectId: 'c-1' },
    });
  });

  it('is nothing for an item that ends otherwise', () => {
    const report = { kind: 'REPORT_LATE', subject: { type: 'PLAN', id: 'p-1', name: null }, escalated: false } as const;
    expect(milestoneOf(report, AT_NETWORK)).toBeNull();
  });

  it('is nothing for who may not write it down', () => {
    const reader = { person: { organisation: { kind: 'NETWORK' } }, permissions: [] } as never;
    expect(milestoneOf(contact(false), reader)).toBeNull();
  });

  it('is not for a supplier to whom it came because nothing happened, and is for an official', () => {
    expect(milestoneOf(contact(true), AT_SUPPLIER)).toBeNull();
    expect(milestoneOf(contact(true), AT_NETWORK)).not.toBeNull();
  });
});
