import { TABLE_STATES, TABLE_TRANSITIONS, proposalViolations, type TableEvent, type TableState } from './table-state';

const EVENTS: readonly TableEvent[] = ['propose', 'edit', 'approve', 'refuse', 'withdraw'];

/** By hand: what the proposer, and what somebody else, hears. */
const EXPECTED: readonly [TableState, TableEvent, string, string][] = [
  ['PROPOSED', 'propose', 'value-table.code_taken', 'value-table.code_taken'],
  ['PROPOSED', 'edit', 'PROPOSED', 'value-table.proposal_of_another'],
  ['PROPOSED', 'approve', 'value-table.own_proposal', 'APPROVED'],
  ['PROPOSED', 'refuse', 'value-table.own_proposal', 'REFUSED'],
  ['PROPOSED', 'withdraw', 'WITHDRAWN', 'value-table.proposal_of_another'],
  ['APPROVED', 'propose', 'value-table.code_taken', 'value-table.code_taken'],
  ['APPROVED', 'edit', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['APPROVED', 'approve', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['APPROVED', 'refuse', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['APPROVED', 'withdraw', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['REFUSED', 'propose', 'PROPOSED', 'PROPOSED'],
  ['REFUSED', 'edit', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['REFUSED', 'approve', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['REFUSED', 'refuse', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['REFUSED', 'withdraw', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['WITHDRAWN', 'propose', 'PROPOSED', 'PROPOSED'],
  ['WITHDRAWN', 'edit', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['WITHDRAWN', 'approve', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['WITHDRAWN', 'refuse', 'value-table.not_proposed', 'value-table.not_proposed'],
  ['WITHDRAWN', 'withdraw', 'value-table.not_proposed', 'value-table.not_proposed'],
];

describe('what may happen to a version', () => {
  it.each(EXPECTED)('%s, %s: its proposer %s, somebody else %s', (state, event, proposer, other) => {
    const outcome = (actorId: string): string[] => {
      const violations = proposalViolations({ code: 'T1', state, proposedBy: 'anna' }, event, actorId);
      return violations.length > 0 ? violations.map(({ code }) => code) : [String(TABLE_TRANSITIONS[state][event])];
    };
    expect([outcome('anna'), outcome('bram')]).toEqual([[proposer], [other]]);
  });

  it('is said of every state and every event', () => {
    const pairs = TABLE_STATES.flatMap((state) => EVENTS.map((event) => `${state} ${event}`));
    expect(EXPECTED.map(([state, event]) => `${state} ${event}`).sort()).toEqual(pairs.sort());
  });
});
