import { LATEST_SCHEMA_VERSION } from 'bullmq';
import { GiveUp, waitBeforeNext } from './job';
import { reasonOf, withoutNul } from './plain-text';

describe('how long to wait before the next try', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 10_000],
    [5_000, 10_000],
  ])('after %d failures %d ms', (failures, ms) => {
    expect(waitBeforeNext({ delayMs: 1_000, mostMs: 10_000 }, failures)).toBe(ms);
  });
});

describe('the reason that is kept of a failure', () => {
  it.each([
    [new Error('550 5.1.1 <jan.de.vries@example.nl>: no such user'), '550 5.1.1 <(address)>: no such user'],
    [new Error('to: a@b.nl,c@d.nl; "e@f.nl"'), 'to: (address),(address); "(address)"'],
    [new Error(''), 'Error'],
    [new GiveUp('geen adres'), 'geen adres'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('%s', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it('is short, and holds nothing that PostgreSQL cannot', () => {
    expect(reasonOf(new Error(`\u0000${'x'.repeat(1_000)}`))).toBe('x'.repeat(500));
    expect(withoutNul('a\u0000b')).toBe('ab');
  });
});

it('the tables of BullMQ are those that the newest migration makes: a newer version needs a migration that does it again', () => {
  expect(LATEST_SCHEMA_VERSION).toBe(11);
});
