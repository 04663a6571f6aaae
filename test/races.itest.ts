import { AppError, NOTHING, type Actor } from '@sr/kernel';
import type { Product } from '../apps/standalone/src/product/product';
import { atTheSameMoment } from './support/barrier';
import { testProduct, type TestProduct } from './support/database';
import { Given, MANAGER, SUPPLIER, TABLE, VERIFIER } from './support/given';
import { ledgerState, type LedgerState } from './support/ledger-state';

// Hundreds of rounds a test: seconds on a machine of its own, more on one that is busy.
jest.setTimeout(300_000);

const ROUNDS = 200;
/** How many statements one of the two may be ahead of the other: some of them have about this many. */
const FURTHEST = 25;
/** For each of several ways in which the same two things can meet: 200 together. */
const FEWER = 50;
/** So many rounds are made ready at a time. */
const BATCH = 10;

/** Two things that two people do at the same moment. */
interface Race {
  readonly left: (product: Product) => Promise<unknown>;
  readonly right: (product: Product) => Promise<unknown>;
}

/** How a round ended: what each of the two heard, and what the product keeps of the supplier after it. */
interface Outcome {
  readonly heard: readonly [left: string, right: string];
  readonly state: LedgerState;
}

describe('two at the same moment', () => {
  let product: TestProduct;
  /** As two processes: each has connections of its own. */
  let one: Product;
  let two: Product;
  let suppliers = 0;

  beforeEach(async () => {
    product = await testProduct();
    one = product;
    two = await product.again();
    two.clock.set('2024-12-31');
    suppliers = 0;
  });
  afterEach(() => product.close());

  /** Makes a round ready for a supplier of its own, in which everything has the same names and figures each time. */
  async function ready(prepare: (given: Given) => Promise<Race>): Promise<Race & { kvkNumber: string }> {
    suppliers += 1;
    const kvkNumber = String(10_000_000 + suppliers);
    return { ...(await prepare(new Given(one, kvkNumber))), kvkNumber };
  }

  async function inTurn(prepare: (given: Given) => Promise<Race>, leftFirst: boolean): Promise<Outcome> {
    const { left, right, kvkNumber } = await ready(prepare);
    const first = await heard(leftFirst ? left(one) : right(one));
    const second = await heard(leftFirst ? right(one) : left(one));
    return { heard: leftFirst ? [first, second] : [second, first], state: await ledgerState(one, kvkNumber) };
  }

  /**
   * Runs the race round after round. Whoever comes first, the outcome is that of the two in turn, to the last cent,
   * hour, entry and line of the audit trail; and the ledger verifies.
   */
  async function race(prepare: (given: Given) => Promise<Race>, times = ROUNDS): Promise<Outcome[]> {
    const expected = [await inTurn(prepare, true), await inTurn(prepare, false)];
    const outcomes: Outcome[] = [];
    while (outcomes.length < times) {
      const rounds = await Promise.all(Array.from({ length: BATCH }, () => ready(prepare)));
      for (const { left, right, kvkNumber } of rounds) {
        // Every other round the one who is ahead, by as many statements as it is its turn, is the other.
        const ahead = 1 + (Math.trunc(outcomes.length / 2) % FURTHEST);
        const [a, b] = await atTheSameMoment([
          { product: one, work: left, waitsAfter: outcomes.length % 2 === 0 ? ahead : 1 },
          { product: two, work: right, waitsAfter: outcomes.length % 2 === 0 ? 1 : ahead },
        ]);
        const answers = [await heard(settled(a)), await heard(settled(b))] as const;
        const outcome = { heard: answers, state: await ledgerState(one, kvkNumber) };
        if (!expected.some((each) => same(each, outcome))) {
          // Shows how it differs from the one of the two that it is most like.
          expect(outcome).toEqual(expected.find((each) => alike(each, outcome)) ?? expected[0]);
        }
        outcomes.push(outcome);
      }
    }
    expect(await one.allocation.verifyLedger()).toEqual([]);
    return outcomes;
  }

  describe('two claims of one plan, with room for less than both', () => {
    const claims = (earlier: boolean) => async (given: Given) => {
      const contract = await given.contract(300_000, { number: `${given.kvkNumber}/A` });
      const plan = await given.plan([contract]);
      // Without an earlier decision the two are the first ever of their supplier, and open its book at once.
      if (earlier) await given.accept(await given.purchase(plan, 10_000));
      // Two candidates, since the counter of one would keep the two apart as well.
      const long = await given.hours(await given.placement(plan), 15_000);
      const short = await given.hours(await given.placement(plan), 9_999);
      return { left: accepting(long.id), right: accepting(short.id) };
    };

    it.each([
      ['in a book that is open', true, 10_000],
      ['as the first ever decisions', false, 0],
    ])('no cent or hour is lost or doubled, %s', async (_when, earlier, before) => {
      const outcomes = await race(claims(earlier), earlier ? ROUNDS : FEWER);
      for (const { heard: both, state } of outcomes) {
        expect(both).toEqual(['done', 'done']);
        expect(total(state.obligations, 'allocatedCents')).toBe(300_000);
        expect(total(state.surplus, 'cents')).toBe(before + 20 * (15_000 + 9_999) - 300_000);
        expect(total(state.obligations, 'centihours') + total(state.surplus, 'centihours')).toBe(15_000 + 9_999);
        expect(total(state.entries, 'cents')).toBe(before + 20 * (15_000 + 9_999));
      }
    });
  });

  describe('two plans that share a candidate with a counting limit, and a day with a cap', () => {
    const shared = async (given: Given) => {
      const plans = [];
      for (const letter of ['A', 'B']) {
        plans.push(await given.plan([await given.contract(500_000, { number: `${given.kvkNumber}/${letter}` })]));
      }
      const contributions = [];
      for (const plan of plans) {
        const placement = await given.placement(plan, { candidate: 'SHARED', block: 'LIMITED' });
        contributions.push([await given.hours(placement, 10_000), await given.activity(plan, 800)]);
      }
      const [left = [], right = []] = contributions.map((claims) => claims.map((claim) => claim.id));
      return { plans, left, right };
    };

    it('what is counted reaches the limit and the cap, and never passes them', async () => {
      const outcomes = await race(async (given) => {
        const { plans, left, right } = await shared(given);
        for (const plan of plans.slice(0, 1)) await given.accept(await given.purchase(plan, 1));
        return { left: accepting(...left), right: accepting(...right) };
      });
      for (const { heard: both, state } of outcomes) {
        expect(both).toEqual(['done', 'done']);
        // One month of 36 hours a week: 36 * 5200 / 12.
        expect(state.counted).toEqual([{ candidate: 'SHARED', block: 'LIMITED', centihours: 15_600 }]);
        expect(total(state.claims, 'countedCentihours')).toBe(15_600);
        expect(total(state.claims, 'jobCentihours')).toBe(20_000);
        expect(state.dayValues).toEqual([{ block: 'ACTIVITY', day: '2024-02-01', cents: 100_000 }]);
      }
    });

    it('what one gives back while the other takes is not lost', async () => {
      const outcomes = await race(async (given) => {
        const { left, right } = await shared(given);
        await accepting(...left)(one);
        const [hours = ''] = left;
        return {
          left: (writer) => writer.allocation.reverse(VERIFIER, hours, 'Niet juist'),
          right: accepting(...right),
        };
      }, FEWER);
      for (const { heard: both, state } of outcomes) {
        expect(both).toEqual(['done', 'done']);
        const counted = state.claims.filter((claim) => claim.status === 'ACCEPTED');
        expect(total(state.counted, 'centihours')).toBe(total(counted, 'countedCentihours'));
        expect([5_600, 10_000]).toContain(total(state.counted, 'centihours'));
      }
    });
  });

  it('the same claim accepted twice: one wins, and the other hears that it was decided', async () => {
    const outcomes = await race(async (given) => {
      const contract = await given.contract(300_000, { number: `${given.kvkNumber}/A` });
      const claim = await given.purchase(await given.plan([contract]), 100_000);
      return { left: accepting(claim.id), right: accepting(claim.id) };
    });
    for (const { heard: both, state } of outcomes) {
      expect([...both].sort()).toEqual(['claim.already_decided', 'done']);
      expect(state.entries).toHaveLength(1);
    }
  });

  it('a claim is accepted by one and rejected by another: one wins, and the other hears that it was decided', async () => {
    const outcomes = await race(async (given) => {
      const plan = await given.plan([await given.contract(300_000, { number: `${given.kvkNumber}/A` })]);
      const { id: claimId } = await given.purchase(plan, 100_000);
      return {
        left: (to) => to.allocation.decide(VERIFIER, [{ claimId, verdict: 'ACCEPT' }]),
        right: (to) => to.allocation.decide(VERIFIER, [{ claimId, verdict: 'REJECT', reason: 'Dubbel' }]),
      };
    }, FEWER);
    for (const { heard: both, state } of outcomes) {
      expect([...both].sort()).toEqual(['claim.already_decided', 'done']);
      expect(state.entries).toHaveLength(state.claims[0]?.status === 'ACCEPTED' ? 1 : 0);
    }
  });

  it('a preview beside a decision sees the ledger before it or after it, and keeps nothing', async () => {
    const outcomes = await race(async (given) => {
      const plan = await given.plan([await given.contract(300_000, { number: `${given.kvkNumber}/A` })]);
      const [decided, seen] = [await given.purchase(plan, 200_000), await given.purchase(plan, 150_000)];
      return {
        left: accepting(decided.id),
        right: (to) => to.allocation.previewDecisions(VERIFIER, [{ claimId: seen.id, verdict: 'ACCEPT' }]),
      };
    }, FEWER);
    for (const { heard: both, state } of outcomes) {
      expect(both).toEqual(['done', 'done']);
      expect(total(state.entries, 'cents')).toBe(200_000);
    }
  });

  it('an obligation is revised by two who read the same amount: one wins, and the other hears so', async () => {
    const outcomes = await race(async (given) => {
      const { id } = await given.contract(100_000, { number: `${given.kvkNumber}/A` });
      const revising = (amountCents: number) => (to: Product) =>
        to.allocation.revise(MANAGER, id, { amountCents, previous: 100_000 }, 'Meerwerk');
      return { left: revising(150_000), right: revising(200_000) };
    }, FEWER);
    for (const { heard: both, state } of outcomes) {
      expect([...both].sort()).toEqual(['done', 'obligation.stale']);
      expect(state.obligations[0]?.revisions).toBe(2);
    }
  });

  describe('a claim is accepted while the ledger changes under it', () => {
    it.each<[string, (writer: Product, ids: { a: string; plan: string; claim: string }) => Promise<unknown>]>([
      ['an obligation goes down', (to, { a }) => to.allocation.revise(MANAGER, a, { amountCents: 40_000 }, 'Minder')],
      ['an obligation is settled', (to, { a }) => to.allocation.settle(MANAGER, a)],
      ['an obligation leaves', (to, { a, plan }) => to.allocation.leave(MANAGER, plan, a)],
      [
        'an obligation goes down by somebody who sees one ministry',
        (to, { a }) => to.allocation.revise(OF_IENW, a, { amountCents: 40_000 }, 'Minder'),
      ],
      ['a claim is reversed', (to, { claim }) => to.allocation.reverse(VERIFIER, claim, 'Niet juist')],
    ])('%s', async (_what, change) => {
      const outcomes = await race(async (given) => {
        const contracts = [];
        for (const [letter, cents] of [
          ['A', 150_000],
          ['B', 100_000],
        ] as const) {
          const principalCode = letter === 'A' ? 'IenW' : 'BZK';
          contracts.push(await given.contract(cents, { number: `${given.kvkNumber}/${letter}`, principalCode }));
        }
        const plan = await given.plan(contracts);
        // Two candidates, since the counter of one would keep the two apart as well.
        const earlier = await given.hours(await given.placement(plan), 7_001);
        await given.accept(earlier);
        const later = await given.hours(await given.placement(plan), 9_001);
        const ids = { a: contracts[0]?.id ?? '', plan: plan.id, claim: earlier.id };
        return { left: accepting(later.id), right: (writer) => change(writer, ids) };
      }, FEWER);
      for (const { heard: both, state } of outcomes) {
        expect(both).toEqual(['done', 'done']);
        const accepted = state.claims.filter((claim) => claim.status === 'ACCEPTED');
        expect(total(state.positions, 'cents')).toBe(total(accepted, 'valueCents'));
        expect(total(state.positions, 'centihours')).toBe(total(accepted, 'jobCentihours'));
      }
    });
  });

  it('two claims of one placement that overlap: one is submitted, and the other hears so', async () => {
    const outcomes = await race(async (given) => {
      const placement = await given.placement(await given.plan([]));
      const submitting = (ref: string, from: string, to: string) => (writer: Product) =>
        writer.placements.submit(SUPPLIER, {
          kind: 'PLACEMENT',
          ref,
          supplierKvkNumber: given.kvkNumber,
          earmark: null,
          placementId: placement.id,
          period: { from, to },
          paidCentihours: 100,
        });
      return {
        left: submitting('LEFT', '2024-01-01', '2024-02-15'),
        right: submitting('RIGHT', '2024-02-15', '2024-03-31'),
      };
    });
    for (const { heard: both, state } of outcomes) {
      expect([...both].sort()).toEqual(['claim.overlaps', 'done']);
      expect(state.claims).toHaveLength(1);
    }
  });

  describe('one obligation into two plans: one wins, and the other hears that it is in a plan', () => {
    const obligation = async (given: Given) => {
      const { id, number } = await given.contract(100_000, { number: `${given.kvkNumber}/A` });
      const [p, q] = [await given.plan([]), await given.plan([])];
      const supplierGroupId = await given.supplierGroup();
      const joining = (planId: string) => (writer: Product) => writer.allocation.join(MANAGER, planId, id);
      const creating = (name: string) => (writer: Product) =>
        writer.plans.create(MANAGER, { name, supplierGroupId, valueTable: 'T1', obligations: [number] });
      return { joinsP: joining(p.id), joinsQ: joining(q.id), makesR: creating('R'), makesS: creating('S') };
    };

    it.each([
      ['it joins two', 'joinsP', 'joinsQ'],
      ['two are made with it', 'makesR', 'makesS'],
      ['it joins one, and one is made with it', 'joinsP', 'makesR'],
      ['one is made with it, and it joins one', 'makesS', 'joinsQ'],
    ] as const)('%s', async (_how, left, right) => {
      const outcomes = await race(async (given) => {
        const works = await obligation(given);
        return { left: works[left], right: works[right] };
      }, FEWER);
      for (const { heard: both, state } of outcomes) {
        expect([...both].sort()).toEqual(['done', 'plan.obligation_already_in_a_plan']);
        expect(state.obligations.map(({ memberships }) => memberships)).toEqual([1]);
      }
    });
  });

  describe('value tables and suppliers', () => {
    it('a value table gets a new version while a plan is made with it: the plan has one of them, whole', async () => {
      const outcomes = await race(async (given) => {
        const table = { ...TABLE, code: `V-${given.kvkNumber}` };
        await one.valuation.register(MANAGER, table);
        const supplierGroupId = await given.supplierGroup();
        return {
          left: (to) => to.valuation.register(MANAGER, { ...table, name: 'Nieuw' }),
          right: (to) =>
            to.plans.create(MANAGER, { name: 'R', supplierGroupId, valueTable: table.code, obligations: [] }),
        };
      }, FEWER);
      for (const { heard: both } of outcomes) {
        expect(['done,done', 'value-table.in_use,done']).toContain(String(both));
      }
    });

    it('a new value table is registered by two: both are heard', async () => {
      const outcomes = await race(async (given) => {
        const register = (name: string) => (to: Product) =>
          to.valuation.register(MANAGER, { ...TABLE, code: `V-${given.kvkNumber}`, name });
        return { left: register('Een'), right: register('Ander') };
      }, FEWER);
      for (const { heard: both } of outcomes) expect(both).toEqual(['done', 'done']);
    });

    it('a supplier is registered in two groups: one wins, and the other hears so', async () => {
      const outcomes = await race(async (given) => {
        const kvkNumber = String(Number(given.kvkNumber) + 10_000_000);
        const register = (code: string) => (to: Product) =>
          to.identity.registerSupplierGroup(MANAGER, {
            code: `${code}-${kvkNumber}`,
            name: 'Groep',
            suppliers: [{ kvkNumber, name: 'Leverancier' }],
          });
        return { left: register('L'), right: register('R') };
      }, FEWER);
      for (const { heard: both } of outcomes) expect([...both].sort()).toEqual(['done', 'supplier.in_other_group']);
    });

    it('a group is registered by two: it is one group', async () => {
      const outcomes = await race(async (given) => {
        const register = (to: Product) =>
          to.identity.registerSupplierGroup(MANAGER, { code: `T-${given.kvkNumber}`, name: 'Groep', suppliers: [] });
        return { left: register, right: register };
      }, FEWER);
      for (const { heard: both } of outcomes) expect(both).toEqual(['done', 'done']);
    });
  });

  describe('one name given twice: one wins, and the other hears so', () => {
    const PLACEMENT = {
      candidate: 'K',
      block: 'WORK',
      bonuses: [],
      employmentForm: 'FORMAL',
      startsOn: '2024-01-01',
      endsOn: null,
      registerIndicated: 'NO',
      region: null,
    } as const;
    const CONTRACT = {
      principalCode: 'IenW',
      title: 'Schoonmaak',
      awardedOn: '2024-01-02',
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
      carries: { exemption: { reason: 'Te klein' } },
    } as const;

    it.each<[string, (given: Given, planId: string, group: string) => (writer: Product) => Promise<unknown>]>([
      [
        'contract.number_taken',
        ({ kvkNumber }) =>
          (to) =>
            to.contracts.register(MANAGER, {
              ...CONTRACT,
              number: `${kvkNumber}/A`,
              reference: null,
              supplierKvkNumber: kvkNumber,
            }),
      ],
      [
        'plan.name_taken',
        (_given, _plan, supplierGroupId) => (to) =>
          to.plans.create(MANAGER, { name: 'R', supplierGroupId, valueTable: 'T1', obligations: [] }),
      ],
      [
        'placement.ref_taken',
        ({ kvkNumber: supplierKvkNumber }, planId) =>
          (to) =>
            to.placements.registerPlacement(SUPPLIER, { ...PLACEMENT, ref: 'R', planId, supplierKvkNumber }),
      ],
      [
        'claim.ref_taken',
        ({ kvkNumber: supplierKvkNumber }, planId) =>
          (to) =>
            to.placements.submit(SUPPLIER, {
              kind: 'ACTIVITY',
              ref: 'R',
              supplierKvkNumber,
              earmark: null,
              planId,
              block: 'ACTIVITY',
              day: '2024-02-01',
              centihours: 100,
            }),
      ],
    ])('%s', async (code, work) => {
      const outcomes = await race(async (given) => {
        const plan = await given.plan([]);
        const naming = work(given, plan.id, await given.supplierGroup());
        return { left: naming, right: naming };
      }, FEWER);
      for (const { heard: both } of outcomes) expect([...both].sort()).toEqual([code, 'done'].sort());
    });
  });
});

/** Sees the contracts of one ministry and nothing of the others in the same plan. */
const OF_IENW: Actor = { id: MANAGER.id, name: 'Contractmanager', scope: { ...NOTHING, principals: ['IenW'] } };

const accepting =
  (...claimIds: string[]) =>
  (writer: Product): Promise<void> =>
    writer.allocation.accept(
      VERIFIER,
      claimIds.map((claimId) => ({ claimId })),
    );

/** What someone hears: that it is done, or why not. Any other error is shown as it is, which no race expects. */
async function heard(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.violations.map(({ code }) => code).join() : String(error);
  }
}

function settled(result: PromiseSettledResult<unknown> | undefined): Promise<unknown> {
  return result?.status === 'fulfilled' ? Promise.resolve() : Promise.reject(result?.reason as Error);
}

const same = (a: Outcome, b: Outcome): boolean => JSON.stringify(a) === JSON.stringify(b);

const alike = (a: Outcome, b: Outcome): boolean =>
  String(a.heard) === String(b.heard) && a.state.entries.length === b.state.entries.length;

function total<K extends string>(rows: readonly Record<K, number | null>[], field: K): number {
  return rows.reduce((sum, row) => sum + (row[field] ?? 0), 0);
}
