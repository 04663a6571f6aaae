import { changesOf, compare } from './compare';
import type { Block, Bonus, ValueTable } from './value-table';

const work: Block = {
  kind: 'PLACEMENT',
  code: 'WORK',
  label: 'Werk',
  annualValueCents: 5_000_000,
  limitMonths: null,
  countsAsJob: true,
};
const purchase: Block = { kind: 'PURCHASE', code: 'PURCHASE', label: 'Inkoop', rateBp: 10_000 };
const lesson: Block = { kind: 'ACTIVITY', code: 'LESSON', label: 'Les', hourRateCents: 10_000, dayCapCents: null };
const age: Bonus = { code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 1_000_000 };
const source = { publisher: 'Gemeente', url: 'https://example.nl', published: '2025', note: 'Zoals gedrukt.' };

const tableWith = (more: Partial<ValueTable>): ValueTable => ({
  code: 'T1',
  name: 'Test',
  example: false,
  validFrom: '2025-01-01',
  source,
  normHoursPerWeek: 36,
  blocks: [work, purchase],
  bonuses: [age],
  notValued: [{ label: 'Training', printed: 'gemaakte kosten', reason: 'kosten' }],
  ...more,
});
const table = tableWith({});

describe('what differs between two versions', () => {
  it('is nothing between a version and itself, whatever its code', () => {
    const nothing = compare(table, tableWith({ code: 'T2', source: { ...source } }));
    expect(nothing).toMatchObject({ head: { changed: [] }, blocks: [], bonuses: [], sameBlocks: 2, sameBonuses: 1 });
    expect(changesOf(nothing)).toEqual({});
  });

  it.each<[string, Partial<ValueTable>, string[]]>([
    ['the name', { name: 'Ander' }, ['name']],
    ['whether it is an example', { example: true }, ['example']],
    ['the first day', { validFrom: null }, ['validFrom']],
    ['the source', { source: { ...source, note: 'Anders.' } }, ['source']],
    ['no source', { source: null }, ['source']],
    ['the norm hours', { normHoursPerWeek: 40 }, ['normHoursPerWeek']],
    ['the rows that are not valued', { notValued: [] }, ['notValued']],
    ['two of them', { name: 'Ander', normHoursPerWeek: 40 }, ['name', 'normHoursPerWeek']],
  ])('%s', (_, more, changed) => {
    const { head, blocks, bonuses } = compare(table, tableWith(more));
    expect(head.changed).toEqual(changed);
    expect(head.right).toMatchObject(more);
    expect([...blocks, ...bonuses]).toEqual([]);
  });

  it('is told of blocks and bonuses side by side, in the left order and then the right', () => {
    const dearer = { ...work, annualValueCents: 6_000_000, limitMonths: 24 } as Block;
    const other = { code: 'LANGUAGE', label: 'Taal', annualValueCents: 500_000 };
    const right = tableWith({ blocks: [lesson, dearer], bonuses: [other, { ...age, label: '55+' }] });
    expect(compare(table, right)).toMatchObject({
      blocks: [
        { code: 'WORK', left: work, right: dearer, changed: ['annualValueCents', 'limitMonths'] },
        { code: 'PURCHASE', left: purchase, right: null, changed: [] },
        { code: 'LESSON', left: null, right: lesson, changed: [] },
      ],
      bonuses: [
        { code: 'AGE_55', left: age, right: { ...age, label: '55+' }, changed: ['label'] },
        { code: 'LANGUAGE', left: null, right: other, changed: [] },
      ],
      sameBlocks: 0,
      sameBonuses: 0,
    });
  });

  it('is nothing when only the order differs', () => {
    expect(compare(table, tableWith({ blocks: [purchase, work] }))).toMatchObject({ blocks: [], sameBlocks: 2 });
  });

  it('names every field of a block that became one of another kind', () => {
    const [difference] = compare(table, tableWith({ blocks: [{ ...lesson, code: 'WORK' }, purchase] })).blocks;
    expect(difference?.changed).toEqual([
      'kind',
      'label',
      'annualValueCents',
      'limitMonths',
      'countsAsJob',
      'hourRateCents',
      'dayCapCents',
    ]);
  });
});

describe('a change as the audit trail keeps it', () => {
  it('says from what to what, and nothing of what stayed', () => {
    const dearer = { ...work, annualValueCents: 6_000_000 };
    const right = tableWith({ normHoursPerWeek: 40, blocks: [dearer, purchase, lesson], bonuses: [] });
    expect(changesOf(compare(table, right))).toEqual({
      normHoursPerWeek: { from: 36, to: 40 },
      blocks: [
        { code: 'WORK', from: work, to: dearer },
        { code: 'LESSON', from: null, to: lesson },
      ],
      bonuses: [{ code: 'AGE_55', from: age, to: null }],
    });
  });
});
