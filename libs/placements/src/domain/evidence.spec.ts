import {
  evidenceEndedBeforeSeen,
  evidenceOfOtherKind,
  evidenceSeenInFuture,
  evidenceTypeOutOfDate,
  evidenceTypeUnknown,
  evidenceViolations,
  ownEvidence,
  verdictReasonMissing,
  verdictViolations,
  type EvidenceDeclaration,
  type EvidenceType,
} from './evidence';

const type = (code: string, more: Partial<EvidenceType> = {}): EvidenceType => ({
  code,
  name: code,
  kinds: ['PLACEMENT'],
  existsFrom: null,
  existsTo: null,
  source: 'test',
  ...more,
});
const TYPES = [
  type('CONTRACT'),
  type('STATEMENT', { existsFrom: '2015-05-01', existsTo: '2024-12-31' }),
  type('INVOICE', { kinds: ['PURCHASE', 'ACTIVITY'] }),
];
const TODAY = '2025-03-01';
const seen = (more: Partial<EvidenceDeclaration> = {}): EvidenceDeclaration => ({
  type: 'CONTRACT',
  seenOn: '2025-02-01',
  validUntil: null,
  ...more,
});

describe('evidenceViolations', () => {
  it.each([
    ['without an end', seen(), []],
    ['seen today, and ending today', seen({ seenOn: TODAY, validUntil: TODAY }), []],
    ['the first day of its kind', seen({ type: 'STATEMENT', seenOn: '2015-05-01' }), []],
    ['the last day of its kind', seen({ type: 'STATEMENT', seenOn: '2024-12-31' }), []],
    [
      'before its kind',
      seen({ type: 'STATEMENT', seenOn: '2015-04-30' }),
      [evidenceTypeOutOfDate('/type', 'STATEMENT', '2015-04-30')],
    ],
    [
      'after its kind',
      seen({ type: 'STATEMENT', seenOn: '2025-01-01' }),
      [evidenceTypeOutOfDate('/type', 'STATEMENT', '2025-01-01')],
    ],
    ['unknown', seen({ type: 'X' }), [evidenceTypeUnknown('/type', 'X')]],
    ['of another kind', seen({ type: 'INVOICE' }), [evidenceOfOtherKind('/type', 'INVOICE', 'PLACEMENT')]],
    ['seen tomorrow', seen({ seenOn: '2025-03-02' }), [evidenceSeenInFuture('/seenOn', TODAY)]],
    ['ended before', seen({ validUntil: '2025-01-31' }), [evidenceEndedBeforeSeen('/validUntil')]],
    [
      'everything at once',
      seen({ type: 'X', seenOn: '2025-03-02', validUntil: '2025-03-01' }),
      [
        evidenceTypeUnknown('/type', 'X'),
        evidenceSeenInFuture('/seenOn', TODAY),
        evidenceEndedBeforeSeen('/validUntil'),
      ],
    ],
  ])('%s', (_, declaration, violations) => {
    expect(evidenceViolations(declaration, 'PLACEMENT', TYPES, TODAY)).toEqual(violations);
  });

  it('tells the place of a declaration in a list', () => {
    expect(evidenceViolations(seen({ type: 'X' }), 'PURCHASE', TYPES, TODAY, '/purchases/1/evidence/0')).toEqual([
      evidenceTypeUnknown('/purchases/1/evidence/0/type', 'X'),
    ]);
  });
});

describe('verdictViolations', () => {
  const evidence = { seenBy: 'supplier-1' };
  it.each([
    ['sufficient', 'verifier', 'SUFFICIENT', null, []],
    ['insufficient', 'verifier', 'INSUFFICIENT', 'Verlopen', []],
    ['insufficient without a reason', 'verifier', 'INSUFFICIENT', null, [verdictReasonMissing()]],
    ['insufficient with a blank reason', 'verifier', 'INSUFFICIENT', '  ', [verdictReasonMissing()]],
    ['by who declared it', 'supplier-1', 'SUFFICIENT', null, [ownEvidence()]],
    ['both', 'supplier-1', 'INSUFFICIENT', '', [ownEvidence(), verdictReasonMissing()]],
  ] as const)('%s', (_, actorId, verdict, reason, violations) => {
    expect(verdictViolations(evidence, verdict, reason, actorId)).toEqual(violations);
  });
});
