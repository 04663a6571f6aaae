import regions from './labour-market-regions.json';
import hiredInKey from './hired-in-key-2021.json';
import ministryJobs from './ministry-jobs-2021q4.json';
import principals from './principals.json';
import { describeShared, isDay, parseCsv, sharedCsv } from './shared-data';

interface ReferenceRow {
  code: string;
  name: string;
  from: string | null;
  to: string | null;
  successors: string[];
  source: string;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const holdsOn = (row: ReferenceRow, day: string): boolean =>
  (row.from === null || row.from <= day) && (row.to === null || row.to >= day);

const allSuccessors = (rows: ReferenceRow[], code: string, path: string[] = []): string[] => {
  if (path.includes(code)) throw new Error(`A circle of successors: ${[...path, code].join(', ')}`);
  const next = rows.find((row) => row.code === code)?.successors ?? [];
  return next.flatMap((successor) => [successor, ...allSuccessors(rows, successor, [...path, code])]);
};

const files: [string, { readOn: string; rows: ReferenceRow[] }][] = [
  ['principals', principals],
  ['labour market regions', regions],
];

describe.each(files)('%s', (_, { readOn, rows }) => {
  test('say on which day they were read', () => {
    expect(isDay(readOn)).toBe(true);
  });

  test('have unique codes and names, and a source', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.filter(({ code, name, source }) => !code.trim() || !name.trim() || !source.trim())).toEqual([]);
  });

  test('have real days, the first not after the last', () => {
    for (const { code, from, to } of rows) {
      for (const day of [from, to]) if (day !== null) expect([code, day, isDay(day)]).toEqual([code, day, true]);
      if (from !== null && to !== null) expect([code, from <= to]).toEqual([code, true]);
    }
  });

  test('are succeeded, only when they end, by rows that hold on the day after, and never in a circle', () => {
    for (const row of rows) {
      if (row.to === null) expect([row.code, row.successors]).toEqual([row.code, []]);
      for (const code of row.successors) {
        const successor = rows.find((other) => other.code === code);
        expect([row.code, code, successor && row.to && holdsOn(successor, dayAfter(row.to))]).toEqual([
          row.code,
          code,
          true,
        ]);
      }
      expect(allSuccessors(rows, row.code)).not.toContain(row.code);
    }
  });
});

describe('principals', () => {
  const principal = (code: string) => principals.rows.find((row) => row.code === code);

  test('are the seventeen ministries, the High Councils of State and the judiciary', () => {
    const ofKind = (kind: string) => principals.rows.filter((row) => row.kind === kind).map(({ code }) => code);
    expect(ofKind('MINISTRY')).toEqual(
      'AZ BZ BZK Def EZ EZK Fin IenW JenV LNV LVVN OCW SZW VWS AenM KGG VRO'.split(' '),
    );
    expect(ofKind('HIGH_COUNCIL')).toEqual(['HCvS']);
    expect(ofKind('JUDICIARY')).toEqual(['Rechtspraak']);
    expect(principals.rows).toHaveLength(19);
  });

  test('split in July 2024: EZK into EZ and KGG, LNV into LVVN, and JenV and BZK went on', () => {
    expect(principal('EZK')).toMatchObject({ from: '2017-10-26', to: '2024-07-01', successors: ['EZ', 'KGG'] });
    expect(principal('LNV')).toMatchObject({ to: '2024-07-01', successors: ['LVVN'] });
    for (const code of ['EZ', 'KGG', 'LVVN', 'AenM', 'VRO']) expect(principal(code)?.from).toBe('2024-07-02');
    for (const code of ['JenV', 'BZK']) expect(principal(code)?.to).toBeNull();
  });

  test('merged in February 2026: AenM, KGG and VRO went into ministries that have no end', () => {
    expect(principal('AenM')).toMatchObject({ to: '2026-02-22', successors: ['JenV'] });
    expect(principal('KGG')).toMatchObject({ to: '2026-02-22', successors: ['EZ'] });
    expect(principal('VRO')).toMatchObject({ to: '2026-02-22', successors: ['BZK'] });
  });

  test('of the kind ministry have a name that says so and, but for EZK, a TOOI code of their own', () => {
    const ministries = principals.rows.filter(({ kind }) => kind === 'MINISTRY');
    expect(ministries.filter(({ name }) => !name.startsWith('ministerie van '))).toEqual([]);
    expect(ministries.filter(({ tooi }) => tooi === null).map(({ code }) => code)).toEqual(['EZK']);
    const codes = principals.rows.flatMap(({ tooi }) => tooi ?? []);
    expect(codes.filter((code) => !/^mnre\d{4}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  describeShared('ministeries-tooi/tooi_ministeries.csv', () => {
    test('has the same code and name for each', () => {
      const before2010 = ['mnre0170', 'mnre0180'];
      const listed = sharedCsv('ministeries-tooi/tooi_ministeries.csv')
        .map((row) => [row.tooi_code, row.naam_zoals_in_waardelijst])
        .filter(([code = '']) => !before2010.includes(code));
      const ours = principals.rows.filter(({ tooi }) => tooi !== null).map(({ tooi, name }) => [tooi, name]);
      expect(listed).toHaveLength(16);
      expect(ours.sort()).toEqual(listed.sort());
    });
  });
});

describe('labour market regions', () => {
  const rows: { code: string; name: string; alsoKnownAs?: string[] }[] = regions.rows;

  test('are 35, numbered in order', () => {
    expect(rows.map(({ code }) => code)).toEqual(
      Array.from({ length: 35 }, (_, i) => `AMR${String(i + 1).padStart(2, '0')}`),
    );
  });

  test('have names, old ones too, that point at one region', () => {
    const names = rows.flatMap(({ name, alsoKnownAs = [] }) => [name, ...alsoKnownAs]);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.find(({ name }) => name === 'Veluwe Stedendriehoek')?.alsoKnownAs).toEqual([
      'Stedendriehoek en Noordwest Veluwe',
    ]);
  });

  describeShared('arbeidsmarktregio', () => {
    test('has the same names in 2026', () => {
      const listed = sharedCsv('arbeidsmarktregio/arbeidsmarktregios_2026.csv').map((row) => row.arbeidsmarktregio);
      expect(rows.map(({ name }) => name).sort()).toEqual(listed.sort());
    });

    test('has in the decree of 2015 the same numbers, and the old name where it was another', () => {
      const decree = new Map(
        sharedCsv('arbeidsmarktregio/besluit_werkgebieden_uwv_2015_bijlage3.csv').map((row) => [
          `AMR${row.nr?.padStart(2, '0')}`,
          row.arbeidsmarktregio,
        ]),
      );
      expect(rows.map(({ code, name, alsoKnownAs = [] }) => [code, alsoKnownAs[0] ?? name])).toEqual(
        [...decree].sort(),
      );
    });
  });
});

describe('jobs per ministry, end of 2021', () => {
  const { rows, publishedTotal } = ministryJobs;
  const columns = ['formal', 'hiredIn', 'total', 'target'] as const;

  test('are twelve principals of the list that held on the day of measuring', () => {
    const ofThatDay = principals.rows.filter((row) => holdsOn(row, ministryJobs.measuredOn)).map(({ code }) => code);
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ principal }) => principal)).size).toBe(12);
    expect(rows.filter(({ principal }) => !ofThatDay.includes(principal))).toEqual([]);
  });

  test('do not add up to the published totals, which are figures of their own', () => {
    const sums = Object.fromEntries(columns.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]));
    expect(sums).toEqual({ formal: 2814, hiredIn: 389, total: 3202, target: 4674 });
    expect(publishedTotal).toEqual({ formal: 2815, hiredIn: 388, total: 3203, target: 4674, percent: 69 });
  });

  test('do not add up in the rows of Fin, OCW and HCvS either', () => {
    const off = rows.map((row) => [row.principal, row.total - row.formal - row.hiredIn]).filter(([, by]) => by !== 0);
    expect(off).toEqual([
      ['Fin', -1],
      ['OCW', 1],
      ['HCvS', -1],
    ]);
  });

  describeShared('seed-figures/tabel1_rijk_ministeries_2021Q4.csv', () => {
    test('has the same figures, total included', () => {
      const listed = sharedCsv('seed-figures/tabel1_rijk_ministeries_2021Q4.csv').map((row) => ({
        principal: row.ministerie,
        formal: Number(row.formeel_num),
        hiredIn: Number(row.inleen_num),
        total: Number(row.totaal_num),
        target: Number(row.doel_num),
        percent: Number(row.pct_num),
      }));
      expect([...rows, { principal: 'Totaal', ...publishedTotal }]).toEqual(listed);
    });

    test('has the same differences in its own check', () => {
      const check = sharedCsv('seed-figures/tabel1_rijk_ministeries_2021Q4_controle.csv');
      const listed = check.map((row) => [row.rij, Number(row.verschil_gedrukt_min_som)]);
      const byRow = rows.map((row) => [row.principal, row.total - row.formal - row.hiredIn]);
      const byColumn = columns.map((name) => publishedTotal[name] - rows.reduce((sum, row) => sum + row[name], 0));
      const inTotalRow = publishedTotal.total - publishedTotal.formal - publishedTotal.hiredIn;
      expect(listed).toEqual([
        ...byRow,
        ['Totaal', inTotalRow],
        ...['formeel', 'inleen', 'totaal', 'doel'].map((name, i) => [`som kolom ${name}`, byColumn[i]]),
      ]);
    });
  });
});

describe('key of hired-in jobs, end of 2021', () => {
  const { baseline, endOf2021, published } = hiredInKey;
  const divRound = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));

  test('divides all jobs, in whole basis points', () => {
    for (const { marketBp, governmentBp, jobs } of [baseline, endOf2021]) {
      expect([marketBp, governmentBp, jobs].every(Number.isInteger)).toBe(true);
      expect(marketBp + governmentBp).toBe(10_000);
    }
  });

  test('gives the published 1,039 and 4,748 jobs, and their sum', () => {
    const grown = (key: 'marketBp' | 'governmentBp') => endOf2021.jobs * endOf2021[key] - baseline.jobs * baseline[key];
    expect([grown('marketBp'), grown('governmentBp')]).toEqual([10_386_800, 47_483_200]);
    expect(divRound(grown('marketBp'), 10_000)).toBe(1_039);
    expect(divRound(grown('governmentBp'), 10_000)).toBe(4_748);
    expect(published).toEqual({ market: 1_039, government: 4_748, total: endOf2021.jobs - baseline.jobs });
  });

  describeShared('seed-figures/tabel1_sectoren_eind2021.csv', () => {
    test('has the same results', () => {
      const row = sharedCsv('seed-figures/tabel1_sectoren_eind2021.csv').find((row) =>
        row.rij?.startsWith('Inleenverbanden'),
      );
      expect(published).toEqual({
        market: Number(row?.markt_num),
        government: Number(row?.overheid_num),
        total: Number(row?.totaal_num),
      });
    });
  });
});

describe('the reader of comma-separated text', () => {
  test('keeps commas and doubled quotes inside quotes, and empty fields', () => {
    expect(parseCsv('a,b,c\r\n"x, ""y""",,z\n')).toEqual([{ a: 'x, "y"', b: '', c: 'z' }]);
  });

  test('refuses a row with another number of fields', () => {
    expect(() => parseCsv('a,b\n1\n')).toThrow('1 fields, not 2');
  });
});

test('a day that the calendar does not have is none', () => {
  expect(['2024-02-29', '2023-02-29', '2024-7-1', '2024-13-01', 'morgen'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
