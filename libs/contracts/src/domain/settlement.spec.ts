import { accepted, refused } from '@sr/kernel';
import {
  SETTLEMENT_TRANSITIONS,
  answerSettlement,
  figuresChanged,
  finishSettlement,
  grantRemedy,
  noEuros,
  notFulfilled,
  nothingShort,
  objectionReasonMissing,
  proposeSettlement,
  reachedMissing,
  remedyInPast,
  remedyRuns,
  settlementNotNow,
  supplierNotHeard,
  type SettlementEvent,
  type SettlementFigures,
  type SettlementOutcome,
  type SettlementSoFar,
  type SettlementState,
} from './settlement';

const TODAY = '2028-01-10';
const NEVER: SettlementSoFar = { state: 'NONE', remedyUntil: null, answerDueOn: null, figures: null };
const FILLED = { amountCents: 24_000_000, goal: null, settledOn: null };
const GOAL = { amountCents: 0, goal: 10, settledOn: null };
const FIGURES: SettlementFigures = {
  outcome: 'SETTLED_WITHHELD',
  amountCents: 24_000_000,
  allocatedCents: 19_800_000,
  shortfallCents: 4_200_000,
  factorBp: 10_000,
  chargeCents: 4_200_000,
  reached: null,
  shortOfGoal: null,
};
const proposal = (outcome: SettlementOutcome, allocatedCents: number, factorBp: number | null = null) => ({
  outcome,
  allocatedCents,
  factorBp,
  reason: 'Eindbeoordeling',
});
const soFar = (state: SettlementState, more: Partial<SettlementSoFar> = {}): SettlementSoFar => ({
  state,
  remedyUntil: null,
  answerDueOn: '2028-01-24',
  figures: FIGURES,
  ...more,
});

describe('proposeSettlement', () => {
  it.each<[string, SettlementOutcome, number, number | null, Partial<SettlementFigures>]>([
    [
      'a shortfall that is withheld',
      'SETTLED_WITHHELD',
      19_800_000,
      null,
      { shortfallCents: 4_200_000, factorBp: 10_000, chargeCents: 4_200_000 },
    ],
    [
      'with a factor of 1.5',
      'SETTLED_WITHHELD',
      19_800_000,
      15_000,
      { shortfallCents: 4_200_000, chargeCents: 6_300_000 },
    ],
    ['rounded half up', 'SETTLED_WITHHELD', 23_999_999, 15_000, { shortfallCents: 1, chargeCents: 2 }],
    ['with a factor of 0', 'SETTLED_WITHHELD', 19_800_000, 0, { chargeCents: 0 }],
    [
      'a shortfall that is waived',
      'SETTLED_WAIVED',
      19_800_000,
      15_000,
      { shortfallCents: 4_200_000, factorBp: null, chargeCents: 0 },
    ],
    ['one that is carried over', 'SETTLED_CARRIED_OVER', 0, null, { shortfallCents: 24_000_000, chargeCents: 0 }],
    ['what is filled in', 'FULFILLED', 24_000_000, null, { shortfallCents: 0, chargeCents: 0 }],
    ['what is filled in and more', 'FULFILLED_WITH_SURPLUS', 24_000_000, null, { shortfallCents: 0 }],
    ['an early end with nothing short', 'ENDED_EARLY', 24_000_000, null, { shortfallCents: 0, chargeCents: 0 }],
    ['an early end with a shortfall', 'ENDED_EARLY', 23_000_000, null, { shortfallCents: 1_000_000, chargeCents: 0 }],
  ])('%s', (_, outcome, allocated, factorBp, figures) => {
    const decision = proposeSettlement(NEVER, FILLED, proposal(outcome, allocated, factorBp), TODAY);
    expect(decision).toMatchObject({
      ok: true,
      value: {
        state: 'PROPOSED',
        answerDueOn: '2028-01-24',
        figures: { outcome, amountCents: 24_000_000, ...figures },
      },
    });
  });

  it.each<[string, SettlementOutcome, number, unknown[]]>([
    ['fulfilled with a shortfall', 'FULFILLED', 23_999_999, [notFulfilled()]],
    ['surplus with a shortfall', 'FULFILLED_WITH_SURPLUS', 0, [notFulfilled()]],
    ['withheld without a shortfall', 'SETTLED_WITHHELD', 24_000_000, [nothingShort()]],
    ['waived without a shortfall', 'SETTLED_WAIVED', 24_000_000, [nothingShort()]],
    ['carried over without a shortfall', 'SETTLED_CARRIED_OVER', 24_000_000, [nothingShort()]],
  ])('refuses %s', (_, outcome, allocated, violations) => {
    expect(proposeSettlement(NEVER, FILLED, proposal(outcome, allocated), TODAY)).toEqual({ ok: false, violations });
  });

  it('of a goal says what is short in its own unit, and no euros', () => {
    const waived = { ...proposal('SETTLED_WAIVED', 0), reached: 7 };
    expect(proposeSettlement(NEVER, GOAL, waived, TODAY)).toMatchObject({
      ok: true,
      value: { figures: { shortfallCents: 0, chargeCents: 0, reached: 7, shortOfGoal: 3 } },
    });
    const more = { ...proposal('FULFILLED', 0), reached: 11 };
    expect(proposeSettlement(NEVER, GOAL, more, TODAY)).toMatchObject({
      ok: true,
      value: { figures: { shortOfGoal: 0 } },
    });
    const less = { ...proposal('FULFILLED', 0), reached: 9 };
    expect(proposeSettlement(NEVER, GOAL, less, TODAY)).toEqual(refused([notFulfilled()]));
    expect(proposeSettlement(NEVER, GOAL, proposal('SETTLED_WITHHELD', 0), TODAY)).toEqual(
      refused([reachedMissing(), noEuros()]),
    );
  });

  it('waits while the supplier has time to make good, unless all is filled in', () => {
    const remedy = soFar('REMEDY', { remedyUntil: TODAY });
    expect(proposeSettlement(remedy, FILLED, proposal('SETTLED_WAIVED', 1), TODAY)).toEqual(
      refused([remedyRuns(TODAY)]),
    );
    expect(proposeSettlement(remedy, FILLED, proposal('SETTLED_WAIVED', 1), '2028-01-11').ok).toBe(true);
    expect(proposeSettlement(remedy, FILLED, proposal('FULFILLED', 24_000_000), TODAY).ok).toBe(true);
  });

  it('refuses a final one with all else that is wrong', () => {
    expect(proposeSettlement(soFar('FINAL'), FILLED, proposal('FULFILLED', 0), TODAY)).toEqual(
      refused([settlementNotNow('propose', 'FINAL'), notFulfilled()]),
    );
  });
});

describe('answerSettlement', () => {
  it.each([
    [true, null],
    [true, 'Akkoord'],
    [false, 'De laatste facturen zijn niet meegeteld'],
  ])('takes an answer: %j %j', (agrees, text) => {
    expect(answerSettlement(soFar('PROPOSED'), { agrees, text })).toEqual(accepted('ANSWERED'));
  });

  it('refuses an objection without a reason, and an answer to nothing', () => {
    expect(answerSettlement(soFar('REMEDY'), { agrees: false, text: ' ' })).toEqual(
      refused([settlementNotNow('answer', 'REMEDY'), objectionReasonMissing()]),
    );
    expect(answerSettlement(soFar('PROPOSED'), { agrees: false, text: null })).toEqual(
      refused([objectionReasonMissing()]),
    );
  });
});

describe('grantRemedy', () => {
  it('gives time after today, and more time later', () => {
    expect(grantRemedy(soFar('ANSWERED'), '2028-01-11', TODAY)).toEqual(accepted('REMEDY'));
    expect(grantRemedy(soFar('REMEDY'), '2028-04-01', TODAY)).toEqual(accepted('REMEDY'));
  });

  it('refuses a day that is not after today, and time for nothing', () => {
    const full = { ...FIGURES, shortfallCents: 0 };
    expect(grantRemedy(soFar('PROPOSED', { figures: full }), TODAY, TODAY)).toEqual(
      refused([remedyInPast(), nothingShort()]),
    );
    expect(grantRemedy(NEVER, '2028-04-01', TODAY)).toEqual(refused([settlementNotNow('grantRemedy', 'NONE')]));
    expect(grantRemedy(soFar('PROPOSED', { figures: { ...full, shortOfGoal: 1 } }), '2028-04-01', TODAY).ok).toBe(true);
  });
});

describe('finishSettlement', () => {
  const finish = (before: SettlementSoFar, allocated = 19_800_000, today = TODAY) =>
    finishSettlement(before, FILLED, allocated, today);

  it('is for after the answer, or after the day until which it could come', () => {
    expect(finish(soFar('ANSWERED'))).toEqual(accepted('FINAL'));
    expect(finish(soFar('PROPOSED'), 19_800_000, '2028-01-24')).toEqual(refused([supplierNotHeard('2028-01-24')]));
    expect(finish(soFar('PROPOSED'), 19_800_000, '2028-01-25')).toEqual(accepted('FINAL'));
  });

  it('needs no answer when nothing is short', () => {
    const figures = { ...FIGURES, allocatedCents: 24_000_000, shortfallCents: 0 };
    expect(finish(soFar('PROPOSED', { figures }), 24_000_000)).toEqual(accepted('FINAL'));
    const goal = soFar('PROPOSED', { figures: { ...figures, reached: 1, shortOfGoal: 2 } });
    const finishOf = (goalNow: number) => finishSettlement(goal, { ...FILLED, goal: goalNow }, 24_000_000, TODAY);
    expect(finishOf(3)).toEqual(refused([supplierNotHeard('2028-01-24')]));
    expect(finishOf(10)).toEqual(refused([figuresChanged(), supplierNotHeard('2028-01-24')]));
  });

  it('is of the figures that were proposed', () => {
    expect(finish(soFar('ANSWERED'), 19_800_001)).toEqual(refused([figuresChanged()]));
    expect(finishSettlement(soFar('ANSWERED'), { ...FILLED, amountCents: 1 }, 19_800_000, TODAY)).toEqual(
      refused([figuresChanged()]),
    );
  });

  it.each(['NONE', 'REMEDY', 'FINAL'] as const)('cannot be while it is %s', (state) => {
    expect(finish(soFar(state))).toEqual(refused([settlementNotNow('finish', state)]));
  });
});

describe('every step in every state', () => {
  const EVENTS: SettlementEvent[] = ['propose', 'answer', 'grantRemedy', 'finish'];
  const states = Object.keys(SETTLEMENT_TRANSITIONS) as SettlementState[];
  const take = (before: SettlementSoFar, event: SettlementEvent): boolean => {
    switch (event) {
      case 'propose':
        return proposeSettlement(before, FILLED, proposal('SETTLED_WAIVED', 1), TODAY).ok;
      case 'answer':
        return answerSettlement(before, { agrees: true, text: null }).ok;
      case 'grantRemedy':
        return grantRemedy(before, '2028-04-01', TODAY).ok;
      case 'finish':
        return finishSettlement(before, FILLED, 19_800_000, '2028-02-01').ok;
    }
  };

  it.each(states.flatMap((state) => EVENTS.map((event): [SettlementState, SettlementEvent] => [state, event])))(
    '%s: %s',
    (state, event) => {
      expect(take(soFar(state), event)).toBe(event in SETTLEMENT_TRANSITIONS[state]);
    },
  );
});
