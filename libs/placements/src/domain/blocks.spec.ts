import {
  blockOfOtherKind,
  blockUnknown,
  blockViolations,
  bonusRepeated,
  bonusUnknown,
  bonusViolations,
  type TableCodes,
} from './blocks';

const TABLE: TableCodes = {
  blocks: [
    { code: 'PW', kind: 'PLACEMENT' },
    { code: 'SW', kind: 'PURCHASE' },
    { code: 'DAY', kind: 'ACTIVITY' },
  ],
  bonuses: [{ code: 'AGE_55' }, { code: 'DISABILITY' }],
};

describe('blockViolations', () => {
  it.each([
    ['PW', 'PLACEMENT', []],
    ['SW', 'PURCHASE', []],
    ['DAY', 'ACTIVITY', []],
    ['SW', 'PLACEMENT', [blockOfOtherKind('SW', 'PLACEMENT')]],
    ['PW', 'ACTIVITY', [blockOfOtherKind('PW', 'ACTIVITY')]],
    ['WIA', 'PLACEMENT', [blockUnknown('WIA')]],
    ['pw', 'PLACEMENT', [blockUnknown('pw')]],
  ] as const)('%s for a %s', (code, needed, violations) => {
    expect(blockViolations(TABLE, code, needed)).toEqual(violations);
  });
});

describe('bonusViolations', () => {
  it.each([
    ['none', [], []],
    ['each once', ['DISABILITY', 'AGE_55'], []],
    ['unknown', ['AGE_50'], [bonusUnknown('AGE_50')]],
    ['three times is told once', ['AGE_55', 'AGE_55', 'AGE_55'], [bonusRepeated('AGE_55')]],
    ['unknown and repeated', ['X', 'X', 'AGE_55'], [bonusUnknown('X'), bonusUnknown('X'), bonusRepeated('X')]],
  ])('%s', (_, codes, violations) => {
    expect(bonusViolations(TABLE, codes)).toEqual(violations);
  });
});
