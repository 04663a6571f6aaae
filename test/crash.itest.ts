import { AppError, NOTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import type { Product } from '../apps/standalone/src/product/product';
import { sql, testProduct, type TestProduct } from './support/database';
import { Given, MANAGER, VERIFIER } from './support/given';
import { countStatements, killedAfter, terminate } from './support/kill';
import { ledgerState, type LedgerState } from './support/ledger-state';

// Hundreds of rounds a test: seconds on a machine of its own, more on one that is busy.
jest.setTimeout(300_000);

type Work = (product: Product) => Promise<unknown>;

/** An event that can write entries, on a ledger that was made for it. */
interface LedgerEvent {
  readonly name: string;
  readonly prepare: (given: Given) => Promise<Work>;
  /** Whether `state` shows that the event did all that it is here for. */
  readonly shows: (state: LedgerState) => boolean;
  /** What somebody hears who does it again, not having heard that it was done; null: it is done once more. */
  readonly again: string | null;
}

/** Sees the contracts of one ministry and nothing of the others in the same plan. */
const OF_IENW: Actor = { id: 'of-ienw', name: 'Contractmanager', scope: { ...NOTHING, principals: ['IenW'] } };

const contract = (given: Given, letter: string, cents: number, principalCode = 'IenW') =>
  given.contract(cents, { number: `${given.kvkNumber}/${letter}`, principalCode });
const reasons = (state: LedgerState) => new Set(state.entries.map(({ reason }) => reason));

/** A plan with room for EUR 3,500 that holds EUR 5,000 of every kind of claim: hours with a limit, a purchase, a day. */
async function overfull(given: Given) {
  const [a, b] = [await contract(given, 'A', 200_000), await contract(given, 'B', 150_000)];
  const plan = await given.plan([a, b]);
  const hours = await given.hours(await given.placement(plan, { block: 'LIMITED' }), 10_000);
  const purchase = await given.purchase(plan, 250_000);
  const activity = await given.activity(plan, 500);
  await given.accept(hours, purchase, activity);
  return { a, b, plan, hours };
}

const EVENTS: readonly LedgerEvent[] = [
  {
    name: 'accept',
    prepare: async (given) => {
      const [a, b] = [await contract(given, 'A', 200_000), await contract(given, 'B', 150_000)];
      const plan = await given.plan([a, b]);
      const hours = await given.hours(await given.placement(plan, { block: 'LIMITED' }), 16_000);
      const purchase = await given.purchase(plan, 60_000, b.number);
      const activity = await given.activity(plan, 500);
      return (product) =>
        product.allocation.accept(
          VERIFIER,
          [hours, purchase, activity].map(({ id }) => ({ claimId: id })),
        );
    },
    shows: ({ counted, dayValues, surplus, claims }) =>
      [counted, dayValues, surplus].every((rows) => rows.length === 1) &&
      claims.every(({ status }) => status === 'ACCEPTED'),
    again: 'claim.already_decided,claim.already_decided,claim.already_decided',
  },
  {
    name: 'reverse, with re-offer',
    prepare: async (given) => {
      const { hours } = await overfull(given);
      return (product) => product.allocation.reverse(VERIFIER, hours.id, 'Niet juist');
    },
    shows: (state) => reasons(state).has('REVERSE') && reasons(state).has('REOFFER'),
    again: 'claim.not_accepted',
  },
  {
    name: 'join, with re-offer',
    prepare: async (given) => {
      const { plan } = await overfull(given);
      const c = await contract(given, 'C', 100_000);
      return (product) => product.allocation.join(MANAGER, plan.id, c.id);
    },
    shows: (state) => reasons(state).has('REOFFER') && state.obligations[2]?.allocatedCents === 100_000,
    again: 'plan.obligation_already_in_a_plan',
  },
  {
    name: 'revise up, with re-offer',
    prepare: async (given) => {
      const { a } = await overfull(given);
      return (product) => product.allocation.revise(MANAGER, a.id, { amountCents: 300_000 }, 'Meerwerk');
    },
    shows: (state) => reasons(state).has('REOFFER') && state.obligations[0]?.revisions === 2,
    again: null,
  },
  {
    name: 'revise down, with release and re-offer',
    prepare: async (given) => {
      const [a, b] = [await contract(given, 'A', 400_000), await contract(given, 'B', 300_000)];
      const plan = await given.plan([a, b]);
      const hours = await given.hours(await given.placement(plan, { block: 'LIMITED' }), 10_000);
      await given.accept(hours, await given.purchase(plan, 250_000), await given.activity(plan, 500));
      return (product) => product.allocation.revise(MANAGER, a.id, { amountCents: 100_000 }, 'Minder');
    },
    shows: (state) => reasons(state).has('RELEASE') && reasons(state).has('REOFFER'),
    again: null,
  },
  {
    name: 'revise down by somebody who sees one ministry, into the obligation of another',
    prepare: async (given) => {
      const [a, b] = [await contract(given, 'A', 400_000), await contract(given, 'B', 300_000, 'BZK')];
      const plan = await given.plan([a, b]);
      const hours = await given.hours(await given.placement(plan, { block: 'LIMITED' }), 10_000);
      await given.accept(hours, await given.purchase(plan, 250_000));
      return (product) => product.allocation.revise(OF_IENW, a.id, { amountCents: 100_000 }, 'Minder');
    },
    shows: (state) => reasons(state).has('RELEASE') && reasons(state).has('REOFFER'),
    again: null,
  },
  {
    name: 'accept and reject in one decision',
    prepare: async (given) => {
      const plan = await given.plan([await contract(given, 'A', 200_000)]);
      const hours = await given.hours(await given.placement(plan, { block: 'LIMITED' }), 16_000);
      const [purchase, activity] = [await given.purchase(plan, 60_000), await given.activity(plan, 500)];
      return (product) =>
        product.allocation.decide(VERIFIER, [
          { claimId: hours.id, verdict: 'ACCEPT', correction: { centihours: 15_000 }, reason: 'Loonstrook' },
          { claimId: purchase.id, verdict: 'REJECT', reason: 'Dubbel' },
          { claimId: activity.id, verdict: 'ACCEPT' },
        ]);
    },
    shows: ({ claims, entries }) => claims.some(({ status }) => status === 'REJECTED') && entries.length > 0,
    again: 'claim.already_decided,claim.already_decided,claim.already_decided',
  },
  {
    name: 'a proposal is agreed to: out of one plan and into another, with re-offer',
    prepare: async (given) => {
      const { plan } = await overfull(given);
      const c = await contract(given, 'C', 100_000);
      await given.plan([c]);
      await given.product.planProposals.propose(MANAGER, plan.id, [c.id]);
      const answer = { agree: true, reason: null, valueTable: 'T1' };
      return (product) => product.allocation.answerProposal(MANAGER, plan.id, c.id, answer);
    },
    shows: (state) => reasons(state).has('REOFFER') && state.obligations[2]?.memberships === 2,
    again: 'proposal.not_open',
  },
  {
    name: 'settle',
    prepare: async (given) => {
      const { a } = await overfull(given);
      return (product) => product.allocation.settle(MANAGER, a.id);
    },
    shows: ({ obligations }) => obligations[0]?.settledOn !== null && obligations[0]?.accountSettledOn !== null,
    again: 'obligation.settled',
  },
  {
    name: 'leave',
    prepare: async (given) => {
      const { a, plan } = await overfull(given);
      return (product) => product.allocation.leave(MANAGER, plan.id, a.id);
    },
    shows: ({ obligations }) => obligations[0]?.plan === null && (obligations[0].allocatedCents ?? 0) > 0,
    again: 'plan.obligation_not_in_plan',
  },
];

describe('the connection is killed in the middle of an event', () => {
  let product: TestProduct;
  let killed: Product;
  let suppliers = 0;

  beforeEach(async () => {
    product = await testProduct();
    killed = await product.again();
    killed.clock.set('2024-12-31');
    suppliers = 0;
  });
  afterEach(() => product.close());

  /** A supplier of its own with the ledger of the event: the same names and figures each time. */
  async function ready(event: LedgerEvent) {
    suppliers += 1;
    const given = new Given(product, String(10_000_000 + suppliers));
    const work = await event.prepare(given);
    return {
      work,
      state: () => ledgerState(product, given.kvkNumber),
      before: await ledgerState(product, given.kvkNumber),
    };
  }

  it.each(EVENTS)('$name: after each statement it is as before or as after, and can be done again', async (event) => {
    const undisturbed = await ready(event);
    const statements = await countStatements(killed, () => undisturbed.work(killed));
    const after = await undisturbed.state();
    expect(statements).toBeGreaterThan(8);
    expect(event.shows(undisturbed.before)).toBe(false);
    expect(event.shows(after)).toBe(true);

    for (let k = 1; k <= statements; k += 1) {
      const { work, state, before } = await ready(event);
      expect(before).toEqual(undisturbed.before);
      const rows = await rowCounts(product);

      const result = await killedAfter(killed, product.adminUrl, k, () => work(killed));
      const isCommitted = k === statements;
      expect([k, heard(result)]).toEqual([k, isCommitted ? 'done' : 'unavailable: database.unavailable']);
      expect([k, await state()]).toEqual([k, isCommitted ? after : before]);
      if (!isCommitted) expect([k, await rowCounts(product)]).toEqual([k, rows]);
      expect([k, await product.allocation.verifyLedger()]).toEqual([k, []]);

      const [again] = await Promise.allSettled([work(killed)]);
      const refused = isCommitted && event.again !== null;
      expect([k, heard(again)]).toEqual([k, refused ? `refused: ${event.again}` : 'done']);
      expect([k, moneyOf(await state())]).toEqual([k, moneyOf(after)]);
      if (!isCommitted || refused) expect([k, await state()]).toEqual([k, after]);
    }
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });

  describe('whatever the form in which the connection breaks, the service says that nothing was written', () => {
    const unavailable = {
      name: 'AppError',
      category: 'unavailable',
      violations: [expect.objectContaining({ code: 'database.unavailable' })],
    };

    it.each<[string, (writer: Product) => Promise<unknown>]>([
      [
        'a write',
        (writer) => writer.db.write(THE_PRODUCT, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())')),
      ],
      [
        'a read',
        (writer) =>
          writer.db.read(THE_PRODUCT, (reader) => reader.query('select pg_terminate_backend(pg_backend_pid())')),
      ],
    ])('during a statement of %s', async (_what, work) => {
      await expect(work(killed)).rejects.toMatchObject(unavailable);
      await expect(killed.db.read(THE_PRODUCT, async () => 'again')).resolves.toBe('again');
    });

    it('between two statements of a read', async () => {
      const result = await killedAfter(killed, product.adminUrl, 2, () => killed.identity.principals());
      expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
    });

    it('while a statement waits for another writer', async () => {
      const given = new Given(product);
      const claim = await given.purchase(await given.plan([]), 100);
      await product.db.write(THE_PRODUCT, async (tx) => {
        await tx.query('select from placements.claim where id = $1 for update', [claim.id]);
        const accepting = killed.allocation.accept(VERIFIER, [{ claimId: claim.id }]);
        const heardIt = expect(accepting).rejects.toMatchObject(unavailable);
        await terminate(product.adminUrl, await waitingProcess(product.adminUrl));
        await heardIt;
      });
      expect(await product.allocation.verifyLedger()).toEqual([]);
      await killed.allocation.accept(VERIFIER, [{ claimId: claim.id }]);
    });

    it('when every connection is cut and no new one can be had, until it can', async () => {
      await Promise.all([1, 2, 3].map(() => killed.identity.principals()));
      const [database] = await sql<{ name: string }>(product.adminUrl, 'select current_database() as name');
      await sql(product.adminUrl, `alter database "${database?.name}" connection limit 0`);
      await sql(
        product.adminUrl,
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and application_name = 'social-return'`,
      );
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await expect(killed.identity.principals()).rejects.toMatchObject(unavailable);
      }
      await sql(product.adminUrl, `alter database "${database?.name}" connection limit -1`);
      expect(await killed.identity.principals()).not.toEqual([]);
    });

    it('but a fault of ours is not called that', async () => {
      await expect(killed.db.read(THE_PRODUCT, (reader) => reader.query('select 1 / 0'))).rejects.toMatchObject({
        name: 'QueryFailedError',
        driverError: { code: '22012' },
      });
      await expect(killed.db.write(THE_PRODUCT, () => Promise.reject(new TypeError('ours')))).rejects.toThrow(
        new TypeError('ours'),
      );
    });
  });
});

/** What somebody hears: that it is done, why it is refused, or an error that nobody should see. */
function heard(result: PromiseSettledResult<unknown>): string {
  if (result.status === 'fulfilled') return 'done';
  const error: unknown = result.reason;
  if (!(error instanceof AppError)) return String(error);
  return `${error.category}: ${error.violations.map(({ code }) => code).join()}`;
}

/** How many rows there are, of any supplier, of what an event adds rows to. */
async function rowCounts(product: Product): Promise<unknown> {
  const tables = [
    'platform.audit',
    'platform.outbox',
    'contracts.revision',
    'plans.membership',
    'placements.counted',
    'placements.day_value',
    'allocation.acceptance',
    'allocation.entry',
    'allocation.position',
  ];
  const columns = tables.map((table) => `(select count(*) from ${table}) as "${table}"`);
  return product.db.read(THE_PRODUCT, (reader) => reader.query(`select ${columns.join(', ')}`));
}

/** The state without what a revision adds each time that it is made, though it changes no amount. */
function moneyOf({ audit: _audit, outbox: _outbox, obligations, ...money }: LedgerState): unknown {
  return { ...money, obligations: obligations.map(({ revisions: _revisions, ...obligation }) => obligation) };
}

/** The server's process that waits for a lock; there is one in a moment. */
async function waitingProcess(adminUrl: string): Promise<number> {
  for (;;) {
    const [waiting] = await sql<{ pid: number }>(
      adminUrl,
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting) return waiting.pid;
  }
}
