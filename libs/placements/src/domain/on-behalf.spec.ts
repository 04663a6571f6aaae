import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import {
  notLateYet,
  onBehalfViolations,
  ownDueOn,
  reportCame,
  sideOf,
  toGoOnWith,
  type OnBehalfSide,
} from './on-behalf';

const NETWORK: Scope = { ...NOTHING, network: true, principals: ['IenW', 'Def'] };
const OF_DEF: Scope = { ...NOTHING, principals: ['Def'] };
const SUPPLIER: Scope = { ...NOTHING, suppliers: ['68750110'], supplierGroups: ['g'] };

describe('who speaks to the supplier of a plan', () => {
  it.each([
    ['the network, of a plan that it verifies', NETWORK, null, 'NETWORK'],
    ['the network, of a plan that a member verifies', NETWORK, 'Def', null],
    ['the principal, of a plan that it verifies', OF_DEF, 'Def', 'PRINCIPAL'],
    ['the principal, of a plan that the network verifies', OF_DEF, null, null],
    ['another principal', OF_DEF, 'IenW', null],
    ['the supplier', SUPPLIER, null, null],
    ['the auditor', EVERYTHING, null, null],
    ['nobody', NOTHING, null, null],
  ] satisfies [string, Scope, string | null, OnBehalfSide | null][])('%s', (_, scope, verifiedBy, side) => {
    expect(sideOf(scope, { verifiedBy })).toBe(side);
  });
});

const DUE = '2024-07-30';
const draft = { state: 'DRAFT', dueOn: DUE, onBehalfSide: null } as const;
const extended = { ...draft, dueOn: '2024-08-30' };
const submitted = { ...draft, state: 'SUBMITTED' } as const;
const begun = { ...draft, onBehalfSide: 'NETWORK' } as const;

describe('reporting on behalf of a supplier', () => {
  it.each([
    ['on the last day', [], '2024-07-30', [notLateYet(DUE)]],
    ['the day after', [], '2024-07-31', []],
    ['when the supplier began', [draft], '2024-07-31', []],
    ['when the supplier got more time', [extended], '2024-08-30', [notLateYet('2024-08-30')]],
    ['after that time', [extended], '2024-08-31', []],
    ['when an official began', [begun], '2024-07-31', []],
    ['when a report came', [submitted], '2024-07-31', [reportCame()]],
    ['when one came on behalf of the supplier', [{ ...begun, state: 'SUBMITTED' }], '2024-07-31', [reportCame()]],
    ['when a report came in time', [submitted], '2024-07-01', [reportCame(), notLateYet(DUE)]],
  ] as const)('%s', (_, reports, today, violations) => {
    expect(onBehalfViolations(reports, DUE, today)).toEqual(violations);
  });

  it('is due when the report of the supplier is, not that of an official', () => {
    expect(ownDueOn([{ ...begun, dueOn: '2024-07-01' }, extended], DUE)).toBe('2024-08-30');
    expect(ownDueOn([{ ...begun, dueOn: '2024-07-01' }], DUE)).toBe(DUE);
  });
});

describe('a supplier that opens a quarter goes on with', () => {
  const came = { ...begun, state: 'SUBMITTED' } as const;
  it.each([
    ['nothing when there is nothing', [], false, null],
    ['its own draft', [submitted, draft], false, draft],
    ['its own draft, also for a supplementary one', [submitted, draft], true, draft],
    ['what was submitted', [submitted], false, submitted],
    ['a new one, when it asks for that', [submitted], true, null],
    ['nothing of what an official writes', [begun], false, null],
    ['its own draft beside that of an official', [draft, begun], false, draft],
    ['what an official submitted, to read', [came], false, came],
    ['a new one beside what an official submitted', [came], true, null],
  ] as const)('%s', (_, reports: Parameters<typeof toGoOnWith>[0], supplementary, expected) => {
    expect(toGoOnWith(reports, supplementary)).toBe(expected);
  });
});
