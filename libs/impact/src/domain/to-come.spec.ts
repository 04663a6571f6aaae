import { calendarYear, type Period } from '@sr/kernel';
import fc from 'fast-check';
import { sharesToCome, type Member, type ToCome } from './to-come';

const member = (id: string, remainingCents: number, term: Period, settled = false): Member => ({
  id,
  remainingCents,
  term,
  settled,
});
const committed = (valueCents: number, period: Period): ToCome => ({
  kind: 'COMMITTED',
  period,
  valueCents,
  confidenceBp: 10_000,
});
const planned = (valueCents: number, period: Period, confidenceBp = 5_000): ToCome => ({
  kind: 'PLANNED',
  period,
  valueCents,
  confidenceBp,
});

const in2025 = calendarYear(2025);
const twoYears = { from: '2025-01-01', to: '2026-12-31' };
/** What each obligation gets, of each kind. */
const totals = (members: readonly Member[], toCome: readonly ToCome[]) =>
  Object.fromEntries(
    [...sharesToCome(members, toCome)].map(([id, shares]) => {
      const of = (kind: ToCome['kind']) =>
        shares.filter((share) => share.kind === kind).reduce((sum, { cents }) => sum + cents, 0);
      return [id, [of('COMMITTED'), of('PLANNED')]];
    }),
  );

describe('what obligations can expect of what is to come into their plan', () => {
  it.each<[string, Member[], ToCome[], Record<string, number[]>]>([
    ['nothing', [member('A', 100, in2025)], [], { A: [0, 0] }],
    [
      'in proportion to what each has left',
      [member('A', 300, in2025), member('B', 100, in2025)],
      [committed(200, in2025)],
      { A: [150, 0], B: [50, 0] },
    ],
    [
      'not more than there is room for',
      [member('A', 300, in2025), member('B', 100, in2025)],
      [committed(900, in2025)],
      { A: [300, 0], B: [100, 0] },
    ],
    [
      'parts are rounded down',
      [member('A', 1, in2025), member('B', 1, in2025)],
      [committed(1, in2025)],
      { A: [0, 0], B: [0, 0] },
    ],
    [
      'a plan counts for as much as it is sure',
      [member('A', 300, in2025)],
      [planned(200, in2025, 2_500)],
      { A: [0, 50] },
    ],
    [
      'what is committed fills before what is planned',
      [member('A', 300, in2025)],
      [planned(400, in2025), committed(250, in2025)],
      { A: [250, 50] },
    ],
    [
      'nothing for a settled one',
      [member('A', 300, in2025, true), member('B', 100, in2025)],
      [committed(80, in2025)],
      { A: [0, 0], B: [80, 0] },
    ],
    [
      'only the days of the own term',
      [member('A', 100_000, in2025), member('B', 100_000, calendarYear(2026))],
      [committed(73_000, twoYears)],
      { A: [36_500, 0], B: [36_500, 0] },
    ],
    [
      "value before and after every term is nobody's",
      [member('A', 100_000, calendarYear(2025))],
      [committed(109_500, { from: '2024-01-01', to: '2026-12-30' })],
      { A: [36_500, 0] },
    ],
    [
      'more for who is left when the other is full',
      [member('A', 100, in2025), member('B', 1_000, twoYears)],
      [committed(730, twoYears)],
      { A: [33, 0], B: [331 + 365, 0] },
    ],
  ])('%s', (_, members, toCome, expected) => {
    expect(totals(members, toCome)).toEqual(expected);
  });

  it('shows of each span what came, what was left and what the part was', () => {
    const shares = sharesToCome([member('A', 300, in2025), member('B', 100, twoYears)], [committed(730, twoYears)]);
    expect(shares.get('B')).toEqual([
      { kind: 'COMMITTED', period: in2025, valueCents: 365, remainingCents: 100, allRemainingCents: 400, cents: 91 },
      {
        kind: 'COMMITTED',
        period: calendarYear(2026),
        valueCents: 365,
        remainingCents: 9,
        allRemainingCents: 9,
        cents: 9,
      },
    ]);
  });

  it('never gives an obligation more than it has left, nor all of them more than comes', () => {
    const day = fc.integer({ min: 0, max: 11 }).map((month) => `2025-${String(month + 1).padStart(2, '0')}-15`);
    const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    const cents = fc.nat(100_000);
    fc.assert(
      fc.property(
        fc.array(fc.record({ remainingCents: cents, term: period, settled: fc.boolean() }), { maxLength: 5 }),
        fc.array(
          fc.record({
            kind: fc.constantFrom('COMMITTED', 'PLANNED'),
            period,
            valueCents: cents,
            confidenceBp: fc.nat(10_000),
          }),
          { maxLength: 5 },
        ),
        (drawn, toCome) => {
          const members = drawn.map((one, index) => ({ ...one, id: `M${index}` }));
          const shares = sharesToCome(members, toCome);
          const given = members.map(({ id }) => (shares.get(id) ?? []).reduce((sum, share) => sum + share.cents, 0));
          given.forEach((sum, index) =>
            expect(sum).toBeLessThanOrEqual(members[index]?.settled ? 0 : (members[index]?.remainingCents ?? 0)),
          );
          const comes = toCome.reduce((sum, { valueCents }) => sum + valueCents, 0);
          expect(given.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(comes);
        },
      ),
    );
  });
});
