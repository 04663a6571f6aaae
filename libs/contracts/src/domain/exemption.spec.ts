import { accepted, refused } from '@sr/kernel';
import {
  EXEMPTION_TRANSITIONS,
  checkGrounds,
  decideExemption,
  exemptionDecided,
  exemptionHindrances,
  exemptionOfOneself,
  exemptionStands,
  exemptionTextMissing,
  exemptionWaits,
  groundsInWords,
  refusalReasonMissing,
  type ExemptableContract,
  type ExemptionState,
} from './exemption';
import { obligationSettled } from './obligation';

describe('the grounds of an exemption', () => {
  it.each([
    ['SHORT_TERM', null],
    ['OTHER', 'Reservering voor een sociale onderneming'],
  ] as const)('are a code, and words where the code does not tell: %s %j', (reason, text) => {
    expect(checkGrounds({ reason, text }, 'text')).toEqual([]);
  });

  it.each([null, '', '  '])('with the code OTHER and the words %j say nothing', (text) => {
    expect(checkGrounds({ reason: 'OTHER', text }, 'text')).toEqual([exemptionTextMissing('text')]);
  });

  it('in one line', () => {
    expect(groundsInWords({ reason: 'SUPPLIES', text: null })).toBe('SUPPLIES');
    expect(groundsInWords({ reason: 'OTHER', text: 'Spoed' })).toBe('OTHER: Spoed');
  });
});

describe('decideExemption', () => {
  const proposed = { state: 'PROPOSED' as ExemptionState, proposedBy: 'nora' };

  it.each([
    [true, null, 'APPROVED'],
    [true, 'Klopt', 'APPROVED'],
    [false, 'De looptijd is negen maanden', 'REFUSED'],
  ])('by a second person: approve %j, reason %j', (approve, reason, state) => {
    expect(decideExemption(proposed, { approve, reason }, 'sam')).toEqual(accepted(state));
  });

  it('not by who proposed it, and not without a reason, all at once', () => {
    expect(decideExemption(proposed, { approve: true, reason: null }, 'nora')).toEqual(refused([exemptionOfOneself()]));
    expect(decideExemption(proposed, { approve: false, reason: ' ' }, 'nora')).toEqual(
      refused([exemptionOfOneself(), refusalReasonMissing()]),
    );
    expect(decideExemption(proposed, { approve: false, reason: null }, 'sam')).toEqual(
      refused([refusalReasonMissing()]),
    );
  });

  it.each(Object.keys(EXEMPTION_TRANSITIONS) as ExemptionState[])('once: in state %s', (state) => {
    for (const [approve, event] of [
      [true, 'approve'],
      [false, 'refuse'],
    ] as const) {
      const decision = decideExemption({ ...proposed, state }, { approve, reason: 'x' }, 'sam');
      expect(decision.ok).toBe(event in EXEMPTION_TRANSITIONS[state]);
      if (!decision.ok) expect(decision).toEqual(refused([exemptionDecided()]));
    }
  });
});

describe('exemptionHindrances', () => {
  const settled = obligationSettled('obligation');
  const open = { settledOn: null, isNothing: false };

  it.each<[string, ExemptableContract, unknown[]]>([
    ['an open obligation', { standing: null, obligation: open }, []],
    ['an obligation that grew again after its exemption', { standing: { state: 'APPROVED' }, obligation: open }, []],
    ['a contract whose exemption was refused', { standing: null, obligation: null }, []],
    ['one that waits', { standing: { state: 'PROPOSED' }, obligation: open }, [exemptionWaits()]],
    [
      'one that waits since the registration',
      { standing: { state: 'PROPOSED' }, obligation: null },
      [exemptionWaits()],
    ],
    ['one that is exempt', { standing: { state: 'APPROVED' }, obligation: null }, [exemptionStands()]],
    [
      'one that was exempted later',
      { standing: { state: 'APPROVED' }, obligation: { settledOn: null, isNothing: true } },
      [exemptionStands()],
    ],
    ['a settled obligation', { standing: null, obligation: { settledOn: '2024-01-01', isNothing: false } }, [settled]],
  ])('%s', (_, contract, violations) => {
    expect(exemptionHindrances(contract, settled)).toEqual(violations);
  });
});
