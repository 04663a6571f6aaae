import {
  CLAIM_TRANSITIONS,
  claimNotIn,
  correctionOfOtherKind,
  correctionViolations,
  ownClaim,
  reasonMissing,
  transitionViolations,
  type ClaimEvent,
  type ClaimStatus,
} from './claim';

/** Every pair of a status and an event; `null` is refused. */
const TABLE: [ClaimStatus, ClaimEvent, ClaimStatus | null][] = [
  ['CLAIMED', 'accept', 'ACCEPTED'],
  ['CLAIMED', 'reject', 'REJECTED'],
  ['CLAIMED', 'reverse', null],
  ['ACCEPTED', 'accept', null],
  ['ACCEPTED', 'reject', null],
  ['ACCEPTED', 'reverse', 'REVERSED'],
  ['REJECTED', 'accept', null],
  ['REJECTED', 'reject', null],
  ['REJECTED', 'reverse', null],
  ['REVERSED', 'accept', null],
  ['REVERSED', 'reject', null],
  ['REVERSED', 'reverse', null],
];

const claimIn = (status: ClaimStatus) => ({
  ref: 'V1',
  status,
  submittedBy: 'supplier-1',
  onBehalfWriters: [] as string[],
});

describe('the transitions of a claim', () => {
  it('have no status or event that this table leaves out', () => {
    expect(Object.keys(CLAIM_TRANSITIONS)).toEqual([...new Set(TABLE.map(([status]) => status))]);
    const events = Object.values(CLAIM_TRANSITIONS).flatMap((transitions) => Object.keys(transitions));
    expect(new Set(events)).toEqual(new Set(TABLE.map(([, event]) => event)));
  });

  it.each(TABLE)('%s, %s: %s', (status, event, next) => {
    expect(CLAIM_TRANSITIONS[status][event] ?? null).toBe(next);
    const refusal = next === null ? [claimNotIn('claims[0]', 'V1', status, event)] : [];
    expect(transitionViolations(claimIn(status), event, 'verifier-1', 'claims[0]')).toEqual(refusal);
  });
});

describe('transitionViolations', () => {
  it.each<ClaimEvent>(['accept', 'reject'])('refuses to let the submitter %s', (event) => {
    expect(transitionViolations(claimIn('CLAIMED'), event, 'supplier-1', 'claims[0]')).toEqual([
      ownClaim('claims[0]', 'V1'),
    ]);
  });

  it('refuses to let who wrote on it on behalf of the supplier decide', () => {
    const claim = { ...claimIn('CLAIMED'), onBehalfWriters: ['official-1', 'official-2'] };
    expect(transitionViolations(claim, 'accept', 'official-2', 'claims[0]')).toEqual([ownClaim('claims[0]', 'V1')]);
    expect(transitionViolations(claim, 'accept', 'verifier-1', 'claims[0]')).toEqual([]);
  });

  it('refuses to let the submitter reverse', () => {
    expect(transitionViolations(claimIn('ACCEPTED'), 'reverse', 'supplier-1', 'claim')).toEqual([
      ownClaim('claim', 'V1'),
    ]);
  });

  it('tells both reasons at once', () => {
    expect(transitionViolations(claimIn('REVERSED'), 'accept', 'supplier-1', 'claims[3]')).toEqual([
      claimNotIn('claims[3]', 'V1', 'REVERSED', 'accept'),
      ownClaim('claims[3]', 'V1'),
    ]);
  });
});

describe('correctionViolations', () => {
  const other = [correctionOfOtherKind('claims[0]', 'PURCHASE')];
  it.each([
    ['none', 'PURCHASE', undefined, []],
    ['hours of a placement', 'PLACEMENT', { centihours: 1, reason: 'Urenstaat' }, []],
    ['hours of an activity', 'ACTIVITY', { centihours: 1, reason: 'Urenstaat' }, []],
    ['an invoice', 'PURCHASE', { invoiceCents: 1, reason: 'Btw' }, []],
    ['a reason only', 'PURCHASE', { reason: 'Btw' }, []],
    ['a blank reason', 'PLACEMENT', { centihours: 1, reason: ' ' }, [reasonMissing()]],
    ['hours of a purchase', 'PURCHASE', { centihours: 1, reason: 'Btw' }, other],
    [
      'an invoice of a placement, without a reason',
      'PLACEMENT',
      { invoiceCents: 1, reason: '' },
      [reasonMissing(), correctionOfOtherKind('claims[0]', 'PLACEMENT')],
    ],
  ] as const)('%s', (_, kind, correction, violations) => {
    expect(correctionViolations({ kind }, correction, 'claims[0]')).toEqual(violations);
  });
});

describe('what is told', () => {
  it.each<[ClaimEvent, string, string]>([
    ['accept', 'claim.already_decided', 'Claim V1 is REJECTED; only a claim that waits can be decided.'],
    ['reject', 'claim.already_decided', 'Claim V1 is REJECTED; only a claim that waits can be decided.'],
    ['reverse', 'claim.not_accepted', 'Claim V1 is REJECTED; only an accepted claim can be reversed.'],
  ])('of %s', (event, code, message) => {
    expect(claimNotIn('claims[0]', 'V1', 'REJECTED', event)).toEqual({
      code,
      field: 'claims[0]',
      params: { claim: 'V1', status: 'REJECTED' },
      message,
    });
  });

  it('of a claim of your own', () => {
    expect(ownClaim('claim', 'V1')).toMatchObject({ code: 'claim.own', field: 'claim', params: { claim: 'V1' } });
  });
});
