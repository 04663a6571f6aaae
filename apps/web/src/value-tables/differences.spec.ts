import type { Answer } from '../api/client';
import { differencesOf } from './differences';

const SOURCE = { publisher: 'Den Haag', url: 'https://a.nl', published: '2023', note: 'Zoals gedrukt.' };
const side = (code: string, other: Partial<Answer<'ComparedTable'>> = {}): Answer<'ComparedTable'> => ({
  code,
  name: 'Tabel',
  example: false,
  validFrom: '2023-07-01',
  source: SOURCE,
  normHoursPerWeek: 36,
  notValued: [],
  ...other,
});
const PW = {
  kind: 'PLACEMENT',
  code: 'PW',
  label: 'Participatiewet',
  annualValueCents: 4_000_000,
  limitMonths: 24,
  countsAsJob: true,
} as const;
const comparison = (other: Partial<Answer<'ValueTableComparisonAnswer'>>): Answer<'ValueTableComparisonAnswer'> => ({
  left: side('A'),
  right: side('B'),
  changed: [],
  blocks: [],
  bonuses: [],
  sameBlocks: 0,
  sameBonuses: 0,
  ...other,
});

describe('the differences of two versions', () => {
  it('are none of alike ones', () => {
    expect(differencesOf(comparison({}))).toEqual([]);
  });

  it('are a line for each field of a block that changed', () => {
    const right = { ...PW, annualValueCents: 3_500_000, limitMonths: null };
    const blocks = [{ code: 'PW', left: PW, right, changed: ['annualValueCents', 'limitMonths'] }];
    expect(differencesOf(comparison({ blocks }))).toEqual([
      {
        key: 'BLOCK PW annualValueCents',
        part: 'BLOCK',
        name: 'Participatiewet',
        field: 'annualValueCents',
        left: 4_000_000,
        right: 3_500_000,
      },
      {
        key: 'BLOCK PW limitMonths',
        part: 'BLOCK',
        name: 'Participatiewet',
        field: 'limitMonths',
        left: 24,
        right: null,
      },
    ]);
  });

  it('are one line for a block that only one has', () => {
    const blocks = [{ code: 'PW', left: PW, right: null, changed: [] }];
    expect(differencesOf(comparison({ blocks }))).toMatchObject([{ field: null, left: PW, right: null }]);
  });

  it('take a source apart, and put it after the money', () => {
    const bonus = { code: 'AGE', label: 'Ouder', annualValueCents: 1 };
    const found = differencesOf(
      comparison({
        right: side('B', { source: { ...SOURCE, url: 'https://b.nl' } }),
        changed: ['source'],
        bonuses: [{ code: 'AGE', left: null, right: bonus, changed: [] }],
      }),
    );
    expect(found.map(({ part, field }) => [part, field])).toEqual([
      ['BONUS', null],
      ['TABLE', 'source.url'],
    ]);
  });

  it('match rows that are not valued by their label', () => {
    const found = differencesOf(
      comparison({
        left: side('A', {
          notValued: [
            { label: 'Scholing', printed: 'kosten', reason: 'a' },
            { label: 'Oud', printed: '1', reason: 'b' },
          ],
        }),
        right: side('B', { notValued: [{ label: 'Scholing', printed: 'kosten', reason: 'c' }] }),
        changed: ['notValued'],
      }),
    );
    expect(found.map(({ name, field }) => [name, field])).toEqual([
      ['Scholing', 'reason'],
      ['Oud', null],
    ]);
  });
});
