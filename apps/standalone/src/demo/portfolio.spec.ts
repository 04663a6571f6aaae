import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../replay/scenario';
import { readPublishedTable } from '../replay/value-table.file';
import { DEMO_FOLDER, readManifest } from './portfolio';

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
