// What is filled in beforehand for a new plan; the reader may change all of it.

/** "PONT-3" after "PONT-1" and "PONT-2"; without numbered names the code of the group with 1. */
export function proposeName(groupCode: string, taken: readonly string[]): string {
  const numbered = taken.flatMap((name) => {
    const found = /^(.*?)-(\d{1,6})$/.exec(name);
    return found ? [{ stem: found[1] ?? '', number: Number(found[2]) }] : [];
  });
  const latest = numbered.toSorted((a, b) => a.number - b.number).at(-1);
  const stem = latest?.stem ?? groupCode;
  let number = (latest?.number ?? 0) + 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

interface Version {
  readonly code: string;
  readonly validFrom: string | null;
}

/**
 * The code of the table that most plans of the supplier have (`used`, one for each plan), else of the latest that holds
 * today; without a dated one the first. Null when there is none.
 */
export function proposeTable(tables: readonly Version[], used: readonly string[], today: string): string | null {
  const times = ({ code }: Version) => used.filter((one) => one === code).length;
  const [usual] = tables.filter((table) => times(table) > 0).toSorted((a, b) => times(b) - times(a));
  const holding = tables.filter(({ validFrom }) => validFrom !== null && validFrom <= today);
  const [latest] = holding.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1));
  return (usual ?? latest ?? tables[0])?.code ?? null;
}

/** The same day of the month two months later, or the last day of that month: as the API sets it by itself. */
export function twoMonthsAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 1, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
