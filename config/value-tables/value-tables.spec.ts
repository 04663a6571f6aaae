import { readdirSync } from 'node:fs';
import { describeShared, isDay, sharedCsv, type CsvRow } from '../reference/shared-data';
import haaglanden from './haaglanden-2023-07.json';
import leiden from './leidse-regio-2023-09.json';
import rijnvicus from './rijnvicus.json';
import utrecht from './utrecht.json';
import example from './voorbeeld-rijk.json';

interface Block {
  code: string;
  label: string;
  kind: string;
  annualValueCents?: number;
  limitMonths?: number | null;
  countsAsJob?: boolean;
  rateBp?: number;
  hourRateCents?: number;
  dayCapCents?: number | null;
  source?: string;
}

interface ValueTable {
  code: string;
  name: string;
  example: boolean;
  validFrom: string | null;
  source: { publisher: string; url: string; published: string; note: string };
  normHoursPerWeek: number;
  blocks: Block[];
  bonuses: { code: string; label: string; annualValueCents: number }[];
  notValued: { label: string; printed: string; reason: string }[];
}

const published: ValueTable[] = [haaglanden, leiden, rijnvicus, utrecht];
const tables: ValueTable[] = [...published, example];

const fieldsOfKind: Record<string, string[]> = {
  PLACEMENT: ['annualValueCents', 'countsAsJob', 'limitMonths'],
  PURCHASE: ['rateBp'],
  ACTIVITY: ['dayCapCents', 'hourRateCents'],
};

const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
const isAmountOrNone = (value: unknown): boolean => value === null || isAmount(value);

test('every table of the folder is tested here', () => {
  expect(readdirSync(__dirname).filter((name) => name.endsWith('.json'))).toHaveLength(tables.length);
  expect(new Set(tables.map(({ code }) => code)).size).toBe(tables.length);
});

describe.each(tables.map((table) => [table.code, table] as const))('%s', (code, table) => {
  test('has a code, a first day that is real or unknown, and a norm of whole hours', () => {
    expect(code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
    expect(table.validFrom === null || isDay(table.validFrom)).toBe(true);
    expect(Number.isInteger(table.normHoursPerWeek) && table.normHoursPerWeek > 0).toBe(true);
  });

  test('says who published it, where and when', () => {
    const { publisher, url, published, note } = table.source;
    expect([publisher, published, note].every((text) => text.trim() !== '')).toBe(true);
    expect(url).toMatch(/^https:\/\//);
    expect(published === 'ongedateerd').toBe(table.validFrom === null);
  });

  test('has unique codes in capitals, and labels', () => {
    const rows = [...table.blocks, ...table.bonuses];
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    expect(rows.filter((row) => !/^[A-Z][A-Z0-9_]*$/.test(row.code) || !row.label.trim())).toEqual([]);
  });

  test('has of each block exactly the fields of its kind', () => {
    for (const { code: block, label, kind, source, ...fields } of table.blocks) {
      expect([block, label, Object.keys(fields).sort()]).toEqual([block, label, fieldsOfKind[kind]]);
      if (source !== undefined) expect(source.trim()).not.toBe('');
    }
  });

  test('has amounts in whole cents and whole basis points and months, above nothing', () => {
    const wrong = table.blocks.filter((block) => {
      if (block.kind === 'PURCHASE') return !isAmount(block.rateBp);
      if (block.kind === 'ACTIVITY') return !isAmount(block.hourRateCents) || !isAmountOrNone(block.dayCapCents);
      return !isAmount(block.annualValueCents) || !isAmountOrNone(block.limitMonths);
    });
    expect(wrong).toEqual([]);
    expect(table.bonuses.filter(({ annualValueCents }) => !isAmount(annualValueCents))).toEqual([]);
  });

  test('counts no internship or learning place as a job, and everything else as one', () => {
    const placements = table.blocks.filter(({ kind }) => kind === 'PLACEMENT');
    expect(placements.filter((block) => block.countsAsJob === /^(Stage|Leerwerkplek)\b/.test(block.label))).toEqual([]);
  });

  test('gives of each row that is not valued what is printed and why', () => {
    const texts = table.notValued.flatMap(({ label, printed, reason }) => [label, printed, reason]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('the example', () => {
  test('is the only one, and says that the Rijk has published no table', () => {
    expect(tables.filter((table) => table.example)).toEqual([example]);
    expect(example.name).toBe('Voorbeeldtabel (geen tabel van het Rijk)');
    expect(example.source.note).toContain('Het Rijk heeft geen eigen waardentabel gepubliceerd');
  });

  test('is the table of Haaglanden with a purchase and an activity, each with its source', () => {
    const [purchase, activity] = example.blocks.slice(-2);
    expect(example.blocks.slice(0, -2)).toEqual(haaglanden.blocks);
    expect(example.bonuses).toEqual(haaglanden.bonuses);
    expect(example.notValued).toEqual(haaglanden.notValued);
    expect(purchase).toMatchObject({ code: 'SW_PURCHASE', rateBp: 10_000, source: expect.stringContaining('Leidse') });
    expect(activity).toMatchObject({
      code: 'ACTIVITY',
      hourRateCents: 10_000,
      dayCapCents: 100_000,
      source: expect.stringMatching(/Utrecht.*Leidse/),
    });
  });
});

// Which printed row each of our rows stands for. Every printed row has to be found, by at least one of ours.
const printedRows: [ValueTable, string, Record<string, RegExp>][] = [
  [
    haaglanden,
    'Haaglanden en Zuid-Holland Centraal, opdrachten vanaf 1 juli 2023',
    {
      NUG: /^Werkzoekend zonder uitkering/,
      JONGEREN: /^Jongeren/,
      STAGE_MBO_HBO: /^Stagiair.* mbo/,
      STAGE_VSO_PRO: /^Stagiair.* vso/,
      BBL_MAX_2: /maximaal niveau 2/,
      BBL_MIN_3: /niveau 3 en hoger/,
      WW: /^WW$/,
      WIA: /^WIA$/,
      PW: /^Participatiewet$/,
      BANENAFSPRAAK: /^Banenafspraak/,
      AGE_55: /^55/,
      VSO_PRO_HIRED: /na stage/,
      DISABILITY: /arbeidsbeperking/,
      'Kosten van opleiding en bijzondere begeleiding': /^Opleidingskosten/,
    },
  ],
  [
    leiden,
    'Leidse regio (DZB), gepubliceerd vanaf 1 september 2023',
    {
      NUG: /^Geen uitkering, zonder/,
      NUG_DISABILITY: /^Geen uitkering, met/,
      BOL: /BOL$/,
      BBL: /BBL$/,
      VSO_PRO: /na uitstroom$/,
      WW: /^Ww$/,
      WIA: /^Wia$/,
      WAJONG: /^Wajong$/,
      PW: /^Participatiewet zonder/,
      PW_DISABILITY: /^Participatiewet met/,
      WSW: /^Wsw/,
      SW_PURCHASE: /sw-bedrijf$/,
      VSO_PRO_HIRED: /na stage/,
      AGE_55: /^55/,
      'Maatschappelijke activiteit': /^Maatschappelijke/,
    },
  ],
  [
    rijnvicus,
    'Rijnvicus',
    {
      NUG: /^Geen uitkering, zonder/,
      NUG_DISABILITY: /^Geen uitkering, met/,
      BOL: /BOL$/,
      BBL: /BBL/,
      VSO_PRO: /na uitstroom$/,
      WW: /^WW$/,
      WIA: /^WIA$/,
      WAJONG: /^Wajong$/,
      PW_SHORT: /minder dan 2 jaar/,
      PW_LONG: /meer dan 2 jaar/,
      PW_DISABILITY: /vastgesteld door UWV$/,
      WSW: /^WSW/,
      SW_PURCHASE: /SW-bedrijf$/,
      AGE_55: /^55/,
      'Maatschappelijke activiteit (maatwerk)': /^Maatschappelijke/,
    },
  ],
  [
    utrecht,
    'Utrecht (actuele pagina ondernemen)',
    {
      PW: /^Participatiewet$/,
      BANENAFSPRAAK: /doelgroepregister/,
      VSO_PRO_MBO_1: /^Leerwerkplek/,
      WIA: /^WIA/,
      WW: /^WW/,
      BBL: /bbl/,
      BOL: /bol/,
      NUG: /^Geen recht/,
      SW_PURCHASE: /^Inkopen/,
      KNOWLEDGE: /^Scholing/,
      SOCIAL_PROJECT: /^Sociaal project/,
      AGE_50: /50 jaar/,
      LANGUAGE: /^Statushouders/,
      PERMANENT: /^Vast contract/,
      'Loonkosten van de doelgroep bij inkoop': /^Inkopen/,
      'Kosten van scholing, kennis of middelen': /^Scholing/,
      'Kosten van een sociaal project': /^Sociaal project/,
    },
  ],
];

describeShared('bouwblokken', () => {
  describe.each(printedRows.map(([table, ...rest]) => [table.code, table, ...rest] as const))(
    '%s',
    (_, table, schema, patterns) => {
      const printed = sharedCsv('bouwblokken/bouwblokken.csv').filter((row) => row.schema === schema);
      const of = (code: string): CsvRow => {
        const found = printed.filter((row) => patterns[code]?.test(row.doelgroep_of_invulling ?? ''));
        if (found.length !== 1) throw new Error(`${code} stands for ${found.length} printed rows`);
        return found[0]!;
      };
      const rules = sharedCsv('bouwblokken/telregels.csv').filter((row) => schema.startsWith(row.schema ?? ''));

      test('has the printed amounts, and no more rows than are printed', () => {
        for (const { code, kind, ...block } of table.blocks) {
          const { waarde_euro: euros, soort } = of(code);
          if (kind === 'PLACEMENT') {
            expect([code, soort, block.annualValueCents]).toEqual([code, 'vast', Number(euros) * 100]);
          } else if (kind === 'ACTIVITY') {
            expect([code, soort, block.hourRateCents]).toEqual([code, 'per uur of factuur', Number(euros) * 100]);
          } else {
            expect([code, soort, euros, block.rateBp]).toEqual([code, 'factuur', '', 10_000]);
          }
        }
        for (const { code, annualValueCents } of table.bonuses) {
          const { waarde_euro: euros, soort } = of(code);
          expect([code, soort, annualValueCents]).toEqual([code, 'bonus', Number(euros) * 100]);
        }
      });

      test('has every printed row as a block, a bonus or a row that is not valued', () => {
        const found = new Set(Object.keys(patterns).map((code) => of(code)));
        expect(found.size).toBe(printed.length);
        const ours = [...table.blocks, ...table.bonuses].map(({ code }) => code);
        const notPrinted = ['Telduur met loonkostensubsidie'];
        const notValued = table.notValued.map(({ label }) => label).filter((label) => !notPrinted.includes(label));
        expect([...ours, ...notValued].sort()).toEqual(Object.keys(patterns).sort());
      });

      test('has the printed page, and 36 hours where they are printed or else as our choice', () => {
        expect([...new Set(printed.map((row) => row.bron_url))]).toEqual([table.source.url]);
        const normIsPrinted = printed.every((row) => /\b36 uur/.test(row.grondslag ?? ''));
        expect(table.source.note.includes('onze keuze')).toBe(!normIsPrinted);
      });

      test('has the printed limits, and none where no limit is printed', () => {
        const rule = (pattern: RegExp) => rules.map((row) => row.regel_samengevat ?? '').find((text) => pattern.test(text));
        const months = (text = '') => Number(/(\d+) maanden/.exec(text)?.[1]);
        const usual = rule(/^Kandidaat telt maximaal/);
        const longer = rule(/tellen maximaal/);
        for (const { code, kind, limitMonths } of table.blocks.filter((block) => block.kind === 'PLACEMENT')) {
          const { opmerking = '' } = of(code);
          let limit: number | null = usual === undefined ? null : months(usual);
          if (longer !== undefined && ['WIA', 'STAGE_VSO_PRO', 'PW'].includes(code)) limit = months(longer);
          if (code === 'BANENAFSPRAAK') limit = null;
          if (/maximaal \d+ maanden/.test(opmerking)) limit = months(opmerking);
          expect([code, kind, limitMonths]).toEqual([code, kind, limit]);
        }
      });
    },
  );

  test('has a day maximum of EUR 1,000 in the Leiden region, which the example takes', () => {
    const row = sharedCsv('bouwblokken/bouwblokken.csv').find(
      ({ schema, opmerking }) => schema?.startsWith('Leidse') && opmerking === 'maximaal per dag',
    );
    expect(Number(row?.waarde_euro) * 100).toBe(example.blocks.at(-1)?.dayCapCents);
  });
});
