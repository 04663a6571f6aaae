import {
  claimDecidedTwice,
  correctionEmpty,
  decisionReasonMissing,
  decisionViolations,
  rejectionCorrected,
  type Decision,
} from './decision';

const accept: Decision = { claimId: 'claim-1', verdict: 'ACCEPT' };
const reject: Decision = { claimId: 'claim-1', verdict: 'REJECT', reason: 'Niet voor deze doelgroep' };

describe('a decision', () => {
  it.each<[string, Decision, ReturnType<typeof decisionViolations>]>([
    ['accepts as claimed', accept, []],
    ['accepts as claimed, with a remark', { ...accept, reason: 'Gezien' }, []],
    ['accepts with other figures', { ...accept, correction: { centihours: 0 }, reason: 'Dubbel' }, []],
    [
      'corrects without a reason',
      { ...accept, correction: { invoiceCents: 5 } },
      [decisionReasonMissing('/decisions/0/reason')],
    ],
    ['corrects nothing', { ...accept, correction: {}, reason: 'Dubbel' }, [correctionEmpty('/decisions/0/correction')]],
    ['rejects', reject, []],
    ['rejects without a reason', { ...reject, reason: ' ' }, [decisionReasonMissing('/decisions/0/reason')]],
    [
      'rejects and corrects',
      { ...reject, correction: { centihours: 5 } },
      [rejectionCorrected('/decisions/0/correction')],
    ],
  ])('%s', (_, decision, violations) => {
    expect(decisionViolations([decision])).toEqual(violations);
  });

  it('names each claim once, and every fault is told at its place', () => {
    const other: Decision = { claimId: 'claim-2', verdict: 'REJECT' };
    expect(decisionViolations([accept, other, reject])).toEqual([
      decisionReasonMissing('/decisions/1/reason'),
      claimDecidedTwice('/decisions/2/claimId'),
    ]);
  });
});
