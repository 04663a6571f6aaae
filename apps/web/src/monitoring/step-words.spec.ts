import { toWhom, whenOf } from './step-words';

const NONE = { months: 0, days: 0, workingDays: 0 };
const STEP = { code: 'A', anchor: 'DUE', after: NONE, to: ['WAITER'], escalation: false, again: null } as const;
const step = (more: object) => ({ ...STEP, ...more }) as unknown as Parameters<typeof whenOf>[1];

it.each([
  [{ after: { ...NONE, days: -14 } }, '14 dagen voor de uiterste dag'],
  [{ after: { ...NONE, days: 1 } }, '1 dag na de uiterste dag'],
  [{}, 'Op de uiterste dag'],
  [{ anchor: 'SINCE' }, 'Zodra het wacht'],
  [{ anchor: 'SINCE', after: { ...NONE, workingDays: 5 } }, 'Als het 5 werkdagen wacht'],
  [{ after: { ...NONE, months: -1, days: -3 } }, '1 maand en 3 dagen voor de uiterste dag'],
  [
    { anchor: 'SINCE', after: { ...NONE, days: 7 }, again: { everyDays: 91, most: 4 } },
    'Als het 7 dagen wacht, daarna elke 91 dagen, hoogstens 4 keer',
  ],
])('a step says when it comes: %j', (more, said) => {
  expect(whenOf('nl', step(more))).toBe(said);
});

it('a step says to whom it goes, and that nothing happened before', () => {
  expect(toWhom('nl', step({}))).toBe('voor wie het werk wacht');
  expect(toWhom('nl', step({ to: ['SUPPLIER_COORDINATOR', 'CONTRACT_MANAGER'], escalation: true }))).toBe(
    'de coördinatoren bij de leverancier en de contractmanagers, omdat er niets gebeurde',
  );
  expect(toWhom('en', step({ to: ['EVERYBODY_WAITING'] }))).toBe('everybody who can do the work');
});
