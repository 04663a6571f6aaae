import { codeOf, emptyTable, fieldOfPointer, isRepeated, readTable, typedTable } from './table-entry';

const TABLE = {
  code: 'VOORBEELD-2023-07',
  version: 3,
  name: 'Voorbeeld',
  example: true,
  validFrom: '2023-07-01',
  source: { publisher: 'Den Haag', url: 'https://denhaag.nl', published: '2023', note: 'Zoals gedrukt.' },
  normHoursPerWeek: 36,
  blocks: [
    {
      kind: 'PLACEMENT',
      code: 'PW',
      label: 'Participatiewet',
      annualValueCents: 4_000_050,
      limitMonths: 24,
      countsAsJob: true,
    },
    {
      kind: 'PLACEMENT',
      code: 'BA',
      label: 'Banenafspraak',
      annualValueCents: 5_000_000,
      limitMonths: null,
      countsAsJob: true,
    },
    { kind: 'PURCHASE', code: 'SW', label: 'Inkoop', rateBp: 10_000 },
    { kind: 'ACTIVITY', code: 'ACT', label: 'Activiteit', hourRateCents: 10_000, dayCapCents: null },
  ] as const,
  bonuses: [{ code: 'AGE', label: '55 jaar of ouder', annualValueCents: 1_000_000 }],
  notValued: [{ label: 'Scholing', printed: 'kosten', reason: 'Geen uren.' }],
};

describe('a version as it is typed', () => {
  it('comes back as it was', () => {
    const { code, version, ...content } = TABLE;
    const typed = typedTable({ ...TABLE, blocks: [...TABLE.blocks] });
    expect(typed).toMatchObject({ code, version });
    expect(typed.placements[0]).toMatchObject({ annualValueCents: '40000,50', limitMonths: '24' });
    expect(readTable(typed)).toEqual(content);
  });

  it('has no source and no day when they were left out', () => {
    expect(readTable({ ...emptyTable(), name: ' Nieuw ' })).toMatchObject({
      name: 'Nieuw',
      source: null,
      validFrom: null,
    });
  });

  it('leaves a number that cannot be read to the API', () => {
    const form = emptyTable();
    const [row] = form.placements;
    const typed = { ...form, placements: [{ ...row!, annualValueCents: 'veel' }] };
    expect(readTable(typed).blocks[0]).toMatchObject({ annualValueCents: null });
  });
});

describe('the code of a row', () => {
  it('is what was typed, or made of the label', () => {
    expect(codeOf({ code: ' PW ', label: 'x' })).toBe('PW');
    expect(codeOf({ code: '', label: 'Jongere (zónder startkwalificatie)' })).toBe('JONGERE_ZONDER_STARTKWALIFICATIE');
  });

  it('is repeated over the kinds of blocks, not between blocks and bonuses', () => {
    const form = typedTable({ ...TABLE, blocks: [...TABLE.blocks] });
    const twice = {
      ...form,
      purchases: [{ ...form.purchases[0]!, code: 'PW' }],
      bonuses: [{ ...form.bonuses[0]!, code: 'PW' }],
    };
    expect(isRepeated(twice, 'purchases', twice.purchases[0]!)).toBe(true);
    expect(isRepeated(twice, 'bonuses', twice.bonuses[0]!)).toBe(false);
  });
});

describe('a pointer of the API', () => {
  const form = typedTable({ ...TABLE, blocks: [...TABLE.blocks] });
  it.each([
    ['/blocks/0/label', 'placements.0.label'],
    ['/blocks/2/rateBp', 'purchases.0.rateBp'],
    ['/blocks/3/dayCapCents', 'activities.0.dayCapCents'],
    ['/blocks/4/label', undefined],
    ['/blocks', undefined],
    ['/source/url', undefined],
  ])('%s is the field %s', (pointer, field) => {
    expect(fieldOfPointer(pointer, form)).toBe(field);
  });
});
