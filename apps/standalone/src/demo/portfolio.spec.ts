import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@sr/identity';
import { readScenario } from '../replay/scenario';
import { readPublishedTable } from '../replay/value-table.file';
import { DiaryDays } from './diary';
import { DEMO_FOLDER, readDiary, readManifest } from './manifest';

const TABLES = join(__dirname, '../../../../config/value-tables');

/** The figures of a table's parts, without how they are called and where they come from. */
const figures = (parts: readonly object[]): unknown[] =>
  parts.map((part) => Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'label' && key !== 'source')));

/** Whether nine digits have the check digit of a number of a person. */
function passesElevenTest(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const total = weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
  return total % 11 === 0;
}

describe('the files of the example', () => {
  const manifest = readManifest(DEMO_FOLDER);
  const histories = [...manifest.supplierGroups, ...manifest.realContracts.scenarios];
  const published = new Map(
    readdirSync(TABLES)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readPublishedTable(JSON.parse(readFileSync(join(TABLES, name), 'utf8'))).data)
      .map((table) => [table?.code, table]),
  );

  it('are ten supplier groups and three real contracts, each with a number of its own', () => {
    expect([manifest.supplierGroups.length, manifest.realContracts.scenarios.length]).toEqual([10, 3]);
    const numbers = histories.map(({ scenario }) => read(scenario).scenario?.supplier?.kvkNumber);
    expect(new Set(numbers).size).toBe(13);
  });

  const read = (file: string) => readScenario(readFileSync(join(DEMO_FOLDER, file), 'utf8'));

  it.each(histories.map(({ scenario }) => scenario))(
    '%s is right in form, and its tables are the published ones',
    (file) => {
      const { scenario, faults } = read(file);
      expect(faults).toEqual([]);
      for (const table of scenario?.valueTables ?? []) {
        const original = published.get(table.code);
        expect(table.normHoursPerWeek).toBe(original?.normHoursPerWeek);
        expect(figures(table.blocks)).toEqual(figures(original?.blocks ?? []));
        expect(figures(table.bonuses ?? [])).toEqual(figures(original?.bonuses ?? []));
      }
    },
  );

  it.each(histories.map(({ scenario }) => scenario))('%s has no number that could be of a person', (file) => {
    const texts: string[] = [];
    JSON.parse(readFileSync(join(DEMO_FOLDER, file), 'utf8'), (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    const numbers = texts.flatMap((text) => text.match(/(?<!\d)\d{9}(?!\d)/g) ?? []);
    expect(numbers.filter(passesElevenTest)).toEqual([]);
  });
});

describe('the people of the example', () => {
  const { people, supplierGroups, units, network } = readManifest(DEMO_FOLDER);
  const { steps } = readDiary(DEMO_FOLDER);
  const addresses = people.map(({ email }) => email);
  const withRole = (role: string) => people.filter(({ roles }) => roles.some((each) => each === role));

  it('have an invented name and an address of their own that leads nowhere', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(addresses).size).toBe(people.length);
    expect(addresses.filter((email) => !email.endsWith('@example.nl'))).toEqual([]);
  });

  it('are enough of each role for a second person, and for each supplier', () => {
    const counts = ROLES.map((role) => [role, withRole(role).length]);
    expect(Object.fromEntries(counts)).toEqual({
      NETWORK_COORDINATOR: 2,
      VERIFIER: 3,
      TABLE_STEWARD: 2,
      OPERATOR: 1,
      CONTRACT_MANAGER: 8,
      CATEGORY_MANAGER: 2,
      MINISTRY_READER: 4,
      SUPPLIER_COORDINATOR: 10,
      SUPPLIER_EMPLOYEE: 10,
      AUDITOR: 1,
    });
    const groups = withRole('SUPPLIER_COORDINATOR').map(({ organisation }) => organisation);
    expect(groups).toEqual(supplierGroups.map(({ code }) => ({ kind: 'SUPPLIER_GROUP', code })));
  });

  it('are the ones who are named for plans and for work', () => {
    const named = [
      ...supplierGroups.flatMap(({ contacts }) => Object.values(contacts)),
      ...network.ownPlans.flatMap(({ clientLead, clientDeputy }) => [clientLead, clientDeputy]),
      ...steps.map(({ by }) => by),
    ];
    expect(named.filter((email) => !addresses.includes(email))).toEqual([]);
  });

  it('work at ministries of which the one that left verifies its own plans', () => {
    const left = network.memberships.filter(({ to }) => to !== null).map(({ principal }) => principal);
    expect(left).toEqual(['OCW']);
    expect(new Set(network.ownPlans.map(({ verifiedBy }) => verifiedBy))).toEqual(new Set(left));
    const verifiers = withRole('VERIFIER').map(({ organisation }) => organisation);
    expect(verifiers).toContainEqual({ kind: 'PRINCIPAL', principalCode: 'OCW' });
  });

  it('find contracts of which each has a unit of its own principal at most', () => {
    const named = units.flatMap(({ principal, contracts }) => contracts.map((number) => [number, principal] as const));
    expect(new Set(named.map(([number]) => number)).size).toBe(named.length);
    expect(named.filter(([number, principal]) => !number.startsWith(`${principal}-`))).toEqual([]);
  });
});

describe('the days of the diary', () => {
  const days = new DiaryDays('2027-01-10');

  it('count back from the last one, unless they stand fixed', () => {
    expect([days.of(-10), days.of(0), days.of(21), days.of('2026-08-01')]).toEqual([
      '2026-12-31',
      '2027-01-10',
      '2027-01-31',
      '2026-08-01',
    ]);
  });

  it('report about the quarter of the last month that is over, as far as it is over', () => {
    expect(days.quarter('LAST')).toBe('2026-10-01');
    expect(days.monthsOver('2026-10-01')).toEqual([
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-11-01', to: '2026-11-30' },
      { from: '2026-12-01', to: '2026-12-31' },
    ]);
    const november = new DiaryDays('2026-11-20');
    expect(november.quarter('LAST')).toBe('2026-10-01');
    expect(november.monthsOver('2026-10-01')).toEqual([{ from: '2026-10-01', to: '2026-10-31' }]);
    expect(november.monthsOver(november.quarter('2026-07-01'))).toHaveLength(3);
  });
});
