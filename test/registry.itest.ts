import type { Contract, ContractRegistration } from '@sr/contracts';
import { THE_PRODUCT, AppError } from '@sr/kernel';
import type { Claim, Placement } from '@sr/placements';
import type { Plan } from '@sr/plans';
import { annualised } from '../libs/contracts/src/domain/annualised';
import { REFERENCE_DATA, principals, regions } from '../apps/standalone/src/product/reference-data';
import { sql, testProduct, type TestProduct } from './support/database';
import { Given, MANAGER, SUPPLIER, TABLE, VERIFIER } from './support/given';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What somebody hears who enters something, and what stays of it. */
describe('the registry', () => {
  let product: TestProduct;
  let given: Given;

  beforeAll(async () => {
    product = await testProduct();
    given = new Given(product);
    await given.supplierGroup();
  });
  afterAll(() => product.close());

  /** How many rows each table has. */
  async function rows(): Promise<Record<string, number>> {
    const tables = await sql<{ name: string }>(
      product.adminUrl,
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname !~ '^(pg_|information_schema$|public$)' order by 1`,
    );
    const counts = tables.map(({ name }) => `(select count(*)::int from ${name}) as "${name}"`);
    const [row] = await sql<Record<string, number>>(product.adminUrl, `select ${counts.join(', ')}`);
    return row ?? {};
  }

  /** All that is said against it, as `code of field`. Nothing may be written. */
  async function refusal(work: () => Promise<unknown>): Promise<string[]> {
    const before = await rows();
    const error: unknown = await work().then(
      () => 'it was done',
      (reason: unknown) => reason,
    );
    expect(await rows()).toEqual(before);
    if (!(error instanceof AppError)) throw error;
    expect(error.violations.every(({ message }) => /^[A-Z].*\.$/.test(message))).toBe(true);
    return error.violations.map(({ code, field }) => `${code} of ${field}`).sort();
  }

  /** Who is recorded to have done what to what, and which events went out, by `work`. */
  async function trail(work: () => Promise<unknown>): Promise<{ audit: unknown[]; outbox: unknown[] }> {
    const last = async (table: string): Promise<string> => {
      const [row] = await sql<{ id: string }>(
        product.adminUrl,
        `select coalesce(max(id), 0) as id from platform.${table}`,
      );
      return row?.id ?? '';
    };
    const [audit, outbox] = [await last('audit'), await last('outbox')];
    await work();
    return {
      audit: await sql(
        product.adminUrl,
        `select actor_id as actor, action, subject, subject_id as id, reason from platform.audit where id > $1 order by audit.id`,
        [audit],
      ),
      outbox: await sql(product.adminUrl, 'select type, payload from platform.outbox where id > $1 order by id', [
        outbox,
      ]),
    };
  }

  const registration = (number: string, more: Partial<ContractRegistration> = {}): ContractRegistration => ({
    number,
    reference: null,
    principalCode: 'IenW',
    supplierKvkNumber: given.kvkNumber,
    title: 'Schoonmaak',
    awardedOn: '2024-01-02',
    startsOn: '2024-01-01',
    endsOn: '2025-12-31',
    carries: { obligation: { kind: 'FIXED', amountCents: 100_000 } },
    ...more,
  });
  const register = (number: string, more: Partial<ContractRegistration> = {}) =>
    product.contracts.register(MANAGER, registration(number, more));

  describe('a contract', () => {
    it('is refused with all that is wrong with it', async () => {
      const wrong = registration('no spaces', {
        principalCode: 'VRO2',
        supplierKvkNumber: '99999999',
        startsOn: '2026-01-01',
        carries: {
          obligation: {
            kind: 'PERCENTAGE',
            basis: 'CONTRACT_VALUE',
            baseCents: 10_000_000_000_000,
            rateBp: 2_000_000,
            capCents: null,
          },
        },
      });
      expect(await refusal(() => product.contracts.register(MANAGER, wrong))).toEqual([
        'contract.number_wrong of number',
        'contract.term_backwards of endsOn',
        'obligation.amount_too_large of baseCents',
        'principal.unknown of principal',
        'supplier.unknown of supplier',
      ]);
    });

    it('is refused when its numbers are taken, with all else that is wrong', async () => {
      await register('TAKEN', { reference: 'IenW 1' });
      const taken = { reference: 'IenW 1', startsOn: '2026-01-01', carries: { exemption: { reason: ' ' } } };
      expect(await refusal(() => register('TAKEN', taken))).toEqual([
        'contract.number_taken of number',
        'contract.reference_taken of reference',
        'contract.term_backwards of endsOn',
        'obligation.reason_missing of exemption.reason',
      ]);
      // The principal's own number is another principal's too; and a number differs by case.
      await register('taken', { reference: 'IenW 1', principalCode: 'BZK' });
    });

    it('of 2022 with EZK stays with EZK, which names its successors', async () => {
      await register('EZK-2022', {
        principalCode: 'EZK',
        awardedOn: '2022-05-01',
        startsOn: '2022-06-01',
        endsOn: '2025-05-31',
        carries: { obligation: { kind: 'FIXED', amountCents: 1_096 } },
      });
      await product.db.read(THE_PRODUCT, async (reader) => {
        expect(await product.contracts.contract(reader, 'EZK-2022')).toMatchObject({ principalCode: 'EZK' });
        expect(await product.identity.principal(reader, 'EZK')).toMatchObject({
          name: 'ministerie van Economische Zaken en Klimaat',
          existsFrom: '2017-10-26',
          existsTo: '2024-07-01',
          successors: ['EZ', 'KGG'],
        });
      });
      // A cent a day: 214 days of 2022, and 151 of 2025, long after EZK was split.
      expect((await product.impact.year(THE_PRODUCT, 2022)).byPrincipal).toMatchObject({
        EZK: { imposedCents: 1_096, annualisedCents: 214, outstandingCents: 1_096 },
      });
      expect((await product.impact.year(THE_PRODUCT, 2025)).byPrincipal).toMatchObject({
        EZK: { imposedCents: 0, annualisedCents: 151, outstandingCents: 1_096 },
      });
      const codes = (await product.identity.principals()).map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['EZK', 'EZ', 'KGG']));
    });

    it('keeps each amount with its reason, and refuses a revision that makes no sense', async () => {
      const { id } = await register('PERCENT', {
        carries: {
          obligation: {
            kind: 'PERCENTAGE',
            basis: 'LOONSOM',
            baseCents: 1_000_000,
            rateBp: 500,
            capCents: 60_000,
          },
        },
      });
      const revise = (change: object, reason: string) => product.allocation.revise(MANAGER, id, change, reason);
      expect(await refusal(() => revise({ amountCents: 1 }, ' '))).toEqual([
        'obligation.reason_missing of reason',
        'obligation.revision_of_other_kind of baseCents',
      ]);
      await revise({ baseCents: 2_000_000 }, 'Meerwerk');
      await product.allocation.settle(MANAGER, id);
      expect(await refusal(() => revise({ baseCents: 1 }, ''))).toEqual([
        'obligation.reason_missing of reason',
        'obligation.settled of obligation',
      ]);
      expect(await refusal(() => product.allocation.settle(MANAGER, id))).toEqual(['obligation.settled of obligation']);
      const revisions =
        'select amount_cents as amount, reason from contracts.revision where contract_id = $1 order by id';
      expect(await sql(product.adminUrl, revisions, [id])).toEqual([
        { amount: '50000', reason: null },
        { amount: '60000', reason: 'Meerwerk' },
      ]);
    });
  });

  describe('a plan', () => {
    it('is refused with all that is wrong with it and with its obligations', async () => {
      const inPlan = await register('IN-PLAN');
      const done = await register('DONE');
      await product.allocation.settle(MANAGER, done.id);
      await register('EXEMPT', { carries: { exemption: { reason: 'Alleen leveringen' } } });
      await register('FREE');
      const other = new Given(product, '68750112');
      const elsewhere = await other.contract(1, { number: 'ELSEWHERE' });
      const { name } = await given.plan([inPlan]);
      const plan = {
        name,
        supplierGroupId: await given.supplierGroup(),
        valueTable: 'NO-TABLE',
        obligations: ['NOWHERE', 'EXEMPT', 'FREE', 'FREE', 'IN-PLAN', 'DONE', elsewhere.number],
      };
      expect(await refusal(() => product.plans.create(MANAGER, plan))).toEqual([
        'contract.exempt of obligations',
        'contract.unknown of obligations',
        'plan.name_taken of plan',
        'plan.obligation_already_in_a_plan of obligations',
        'plan.obligation_repeated of obligations',
        'plan.obligation_settled of obligations',
        'plan.other_supplier_group of obligations',
        'value-table.unknown of valueTable',
      ]);
    });

    it('refuses who cannot join, with every reason, and who is not there to leave', async () => {
      const member = await register('MEMBER');
      const other = new Given(product, '68750113');
      const stranger = await other.contract(1, { number: 'STRANGER' });
      const [plan, theirs] = [await given.plan([member]), await other.plan([stranger])];
      await product.allocation.settle(MANAGER, stranger.id);
      const join = (to: Plan, contract: Contract) => product.allocation.join(MANAGER, to.id, contract.id);
      expect(await refusal(() => join(plan, stranger))).toEqual([
        'plan.obligation_already_in_a_plan of obligation',
        'plan.obligation_settled of obligation',
        'plan.other_supplier_group of obligation',
      ]);
      expect(await refusal(() => join(plan, member))).toEqual(['plan.obligation_already_in_a_plan of obligation']);
      expect(await refusal(() => product.allocation.leave(MANAGER, theirs.id, member.id))).toEqual([
        'plan.obligation_not_in_plan of obligation',
      ]);
      // The settled one may leave, and stays settled.
      await product.allocation.leave(MANAGER, theirs.id, stranger.id);
    });
  });

  describe('placements and claims', () => {
    let plan: Plan;
    let placement: Placement;
    beforeAll(async () => {
      plan = await given.plan([
        await register('CLAIMS', { carries: { obligation: { kind: 'FIXED', amountCents: 10 ** 9 } } }),
      ]);
      placement = await given.placement(plan, { startsOn: '2024-02-01', endsOn: '2024-10-31' });
    });
    const figures = async (claim: Claim) => {
      const [found] = await product.db.read(THE_PRODUCT, (reader) => product.placements.claims(reader, [claim.id]));
      return found;
    };
    const accept = (
      claim: Pick<Claim, 'id'>,
      correction?: { centihours?: number; invoiceCents?: number; reason: string },
    ) => product.allocation.accept(VERIFIER, [{ claimId: claim.id, ...(correction && { correction }) }]);
    const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
    const hours = (month = FEBRUARY) => given.hours(placement, 1_000, month);

    it('a placement is refused with all that is wrong with it', async () => {
      const more = {
        ref: placement.ref,
        block: 'PURCHASE',
        bonuses: ['AGE_55', 'AGE_55', 'GOLD'],
        startsOn: '2024-02-02',
        endsOn: '2024-02-01',
      };
      expect(await refusal(() => given.placement(plan, more))).toEqual([
        'placement.block_of_other_kind of block',
        'placement.bonus_repeated of bonuses',
        'placement.bonus_unknown of bonuses',
        'placement.ref_taken of ref',
        'placement.term_backwards of endsOn',
      ]);
      expect(await refusal(() => given.placement(plan, { block: 'NONE', supplierKvkNumber: '68750112' }))).toEqual([
        'placement.block_unknown of block',
        'plan.supplier_outside_group of supplier',
      ]);
    });

    it('a claim is refused with all that is wrong with it', async () => {
      const claim = await hours();
      const again = {
        kind: 'PLACEMENT',
        ref: claim.ref,
        supplierKvkNumber: given.kvkNumber,
        earmark: 'NOWHERE',
        placementId: placement.id,
        period: { from: '2024-02-29', to: '2025-03-31' },
        paidCentihours: 1,
      } as const;
      expect(await refusal(() => product.placements.submit(SUPPLIER, again))).toEqual([
        'claim.in_the_future of to',
        'claim.outside_placement of from',
        'claim.over_a_quarter of to',
        'claim.overlaps of from',
        'claim.ref_taken of ref',
        'contract.unknown of earmark',
      ]);
      const backwards = { ...again, ref: 'BACK', earmark: 'EXEMPT', period: { from: '2024-04-02', to: '2024-04-01' } };
      expect(await refusal(() => product.placements.submit(SUPPLIER, backwards))).toEqual([
        'claim.period_backwards of to',
        'contract.exempt of earmark',
      ]);
      expect(await refusal(() => given.activity({ ...plan }, 1, '2025-01-01'))).toEqual(['claim.in_the_future of to']);
      await product.placements.reject(VERIFIER, [claim.id], 'Dubbel');
      // The days of a claim that was rejected can be claimed again, under another name.
      await product.placements.reject(VERIFIER, [(await hours()).id], 'Nog eens');
    });

    it('a correction at acceptance keeps both figures and the reason, and is what counts', async () => {
      const claim = await hours();
      await accept(claim, { centihours: 750, reason: 'Loonstrook: 7,5 uur' });
      expect(await figures(claim)).toMatchObject({
        status: 'ACCEPTED',
        centihours: 1_000,
        acceptedCentihours: 750,
        decisionReason: 'Loonstrook: 7,5 uur',
        decidedBy: VERIFIER.id,
        countedCentihours: 750,
        jobCentihours: 750,
        valueCents: 15_000,
      });
      const purchase = await given.purchase(plan, 4_000);
      await accept(purchase, { invoiceCents: 3_999, reason: 'Btw' });
      expect(await figures(purchase)).toMatchObject({
        invoiceCents: 4_000,
        acceptedInvoiceCents: 3_999,
        acceptedCentihours: null,
        valueCents: 3_999,
      });
      const plain = await given.purchase(plan, 10);
      await accept(plain);
      expect(await figures(plain)).toMatchObject({ invoiceCents: 10, acceptedInvoiceCents: 10, decisionReason: null });
      expect(await product.allocation.verifyLedger()).toEqual([]);
    });

    it('a correction without a reason, or of another kind of figure, is refused', async () => {
      const [purchase, activity] = [await given.purchase(plan, 10), await given.activity(plan, 10)];
      expect(await refusal(() => accept(purchase, { centihours: 1, reason: ' ' }))).toEqual([
        'claim.correction_of_other_kind of claims[0]',
        'claim.reason_missing of reason',
      ]);
      expect(await refusal(() => accept(activity, { invoiceCents: 1, reason: 'Btw' }))).toEqual([
        'claim.correction_of_other_kind of claims[0]',
      ]);
    });

    it('who submitted a claim does not decide on it', async () => {
      const [waiting, accepted] = [await given.purchase(plan, 10), await given.purchase(plan, 10)];
      await accept(accepted);
      const { allocation, placements } = product;
      expect(await refusal(() => allocation.accept(SUPPLIER, [{ claimId: waiting.id }]))).toEqual([
        'claim.own of claims[0]',
      ]);
      expect(await refusal(() => placements.reject(SUPPLIER, [waiting.id], ''))).toEqual([
        'claim.own of claims[0]',
        'claim.reason_missing of reason',
      ]);
      expect(await refusal(() => allocation.reverse(SUPPLIER, accepted.id, 'Toch niet'))).toEqual([
        'claim.own of claim',
      ]);
    });

    it('a decision names claims that wait, each once; one that is wrong and none is decided', async () => {
      const { allocation, placements } = product;
      const [fine, rejected] = [await given.purchase(plan, 10), await given.purchase(plan, 10)];
      await placements.reject(VERIFIER, [rejected.id], 'Dubbel');
      const ids = [fine.id, fine.id, NOBODY, rejected.id].map((claimId) => ({ claimId }));
      expect(await refusal(() => allocation.accept(VERIFIER, ids))).toEqual([
        'claim.already_decided of claims[3]',
        'claim.repeated of claims[1]',
        'claim.unknown of claims[2]',
      ]);
      expect(await figures(fine)).toMatchObject({ status: 'CLAIMED' });
      expect(await refusal(() => allocation.accept(VERIFIER, []))).toEqual(['claim.none_named of claims']);
      expect(await refusal(() => placements.reject(VERIFIER, [], 'Dubbel'))).toEqual(['claim.none_named of claims']);
      expect(await refusal(() => allocation.reverse(VERIFIER, fine.id, ' '))).toEqual([
        'claim.not_accepted of claim',
        'claim.reason_missing of reason',
      ]);
      expect(await refusal(() => allocation.reverse(VERIFIER, NOBODY, 'Weg'))).toEqual(['claim.unknown of claim']);
    });

    it('a value that no ledger can keep is refused, and so is all that is accepted with it', async () => {
      const [fine, huge] = [await given.purchase(plan, 10), await given.purchase(plan, 1_000_000_000_000_001)];
      const both = [fine, huge].map(({ id }) => ({ claimId: id }));
      expect(await refusal(() => product.allocation.accept(VERIFIER, both))).toEqual([
        'claim.value_too_large of claims[1]',
      ]);
    });
  });

  describe('a value table', () => {
    const table = { ...TABLE, code: 'VERSIONS' };
    const dearer = { ...table, bonuses: [{ code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 1 }] };

    it('is added, left as it is, and replaced as long as no plan uses it', async () => {
      expect(await product.valuation.register(MANAGER, table)).toBe('added');
      expect(await product.valuation.register(MANAGER, table)).toBe('unchanged');
      expect(await product.valuation.register(MANAGER, dearer)).toBe('replaced');
      const kept = await product.db.read(THE_PRODUCT, (reader) => product.valuation.tableByCode(reader, 'VERSIONS'));
      expect(kept).toEqual({ ...dearer, id: kept.id, pinnedAt: null });

      await given.plan([], dearer);
      expect(await product.valuation.register(MANAGER, dearer)).toBe('unchanged');
      expect(await refusal(() => product.valuation.register(MANAGER, table))).toEqual(['value-table.in_use of code']);
      const pinned = await product.db.read(THE_PRODUCT, (reader) => product.valuation.tableByCode(reader, 'VERSIONS'));
      expect(pinned).toEqual({ ...kept, pinnedAt: product.clock.now() });
    });

    it('names a block and a bonus once', async () => {
      const double = { ...TABLE, code: 'DOUBLE' };
      const twice = {
        ...double,
        blocks: [...double.blocks, ...double.blocks.slice(0, 1)],
        bonuses: [...double.bonuses, ...double.bonuses],
      };
      expect(await refusal(() => product.valuation.register(MANAGER, twice))).toEqual([
        'value-table.code_repeated of blocks',
        'value-table.code_repeated of bonuses',
      ]);
    });
  });

  describe('organisations', () => {
    it('a supplier has eight digits and one group', async () => {
      const group = (code: string, ...kvkNumbers: string[]) =>
        product.identity.registerSupplierGroup(MANAGER, {
          code,
          name: 'Groep',
          suppliers: kvkNumbers.map((kvkNumber) => ({ kvkNumber, name: 'Leverancier' })),
        });
      expect(await refusal(() => group('WRONG', '1234567', '12345678', '1234567a'))).toEqual([
        'supplier.kvk_number_wrong of suppliers[0].kvkNumber',
        'supplier.kvk_number_wrong of suppliers[2].kvkNumber',
      ]);
      const { id } = await group('ONE', '00000001');
      expect(await refusal(() => group('TWO', '00000002', '00000001'))).toEqual([
        'supplier.in_other_group of kvkNumber',
      ]);
      expect((await group('ONE', '00000001', '00000002')).id).toBe(id);
    });

    it('a principal is a member of the network once at a time, and may come back', async () => {
      const member = (joinedOn: string, leftOn: string | null, principalCode = 'SZW') =>
        product.identity.recordMembership(MANAGER, { principalCode, joinedOn, leftOn, note: null });
      await member('2023-01-01', null);
      expect(await refusal(() => member('2024-01-01', null))).toEqual(['membership.overlaps of principal']);
      expect(await refusal(() => member('2022-01-01', '2023-01-02'))).toEqual(['membership.overlaps of principal']);
      expect(await refusal(() => member('2024-01-01', null, 'NEW'))).toEqual(['principal.unknown of principal']);
      // It leaves: the same row gets its end. The day on which it left it may join again.
      await member('2023-01-01', '2024-01-01');
      await member('2024-01-01', null);
      const members = (day: string) =>
        product.db.read(THE_PRODUCT, (reader) => product.identity.membersOn(reader, day));
      await member('2022-01-01', '2022-07-01', 'OCW');
      expect(await members('2022-06-30')).toEqual(['OCW']);
      expect(await members('2022-07-01')).toEqual([]);
      expect(await members('2023-12-31')).toEqual(['SZW']);
      expect(await members('2024-01-01')).toEqual(['SZW']);
    });

    it('reference data loaded again changes what changed, and removes nothing', async () => {
      const before = await product.identity.principals();
      const count = await rows();
      expect(before).toHaveLength(principals.length);
      await product.identity.loadReferenceData(REFERENCE_DATA, principals, regions);
      expect(await product.identity.principals()).toEqual(before);

      const [first, ...others] = before;
      if (!first) throw new Error('there are no principals');
      await product.identity.loadReferenceData(REFERENCE_DATA, [{ ...first, name: 'Anders' }], regions.slice(0, 1));
      expect(await product.identity.principals()).toEqual([{ ...first, name: 'Anders' }, ...others]);
      await product.identity.loadReferenceData(REFERENCE_DATA, principals, regions);
      expect(await product.identity.principals()).toEqual(before);
      const after = await rows();
      const trail = { 'platform.audit': 3, 'platform.outbox': 3 };
      for (const [table, more] of Object.entries(trail)) after[table] = (after[table] ?? 0) - more;
      expect(after).toEqual(count);
    });
  });

  it('each change leaves who did it to what, and one event with ids only', async () => {
    const { allocation, contracts, identity, placements, plans, valuation } = product;
    const own = new Given(product, '68750119');
    const supplierGroupId = await own.supplierGroup();
    const line = (
      actor: { id: string },
      action: string,
      subject: string,
      id: string,
      reason: string | null = null,
    ) => ({
      actor: actor.id,
      action,
      subject,
      id,
      reason,
    });
    const changed = (plan: Plan) => [{ type: 'allocation.changed', payload: { planIds: [plan.id] } }];
    const ids: Record<string, string> = {};
    const done = async (work: () => Promise<{ id: string }>, name: string) => {
      ids[name] = (await work()).id;
    };

    expect(
      await trail(() =>
        done(() => contracts.register(MANAGER, registration('T', { supplierKvkNumber: '68750119' })), 'contract'),
      ),
    ).toEqual({
      audit: [line(MANAGER, 'contract.registered', 'contract', ids['contract'] ?? '')],
      outbox: [{ type: 'contracts.registered', payload: { contractId: ids['contract'] } }],
    });
    const registered = { name: 'T', supplierGroupId, valueTable: 'T1', obligations: [] };
    expect(await trail(() => done(() => plans.create(MANAGER, registered), 'plan'))).toEqual({
      audit: [line(MANAGER, 'plan.created', 'plan', ids['plan'] ?? '')],
      outbox: [{ type: 'plans.created', payload: { planId: ids['plan'] } }],
    });
    const contractId = ids['contract'] ?? '';
    const plan = await product.db.read(THE_PRODUCT, (reader) => plans.plan(reader, ids['plan'] ?? ''));
    expect(await trail(() => allocation.join(MANAGER, plan.id, contractId))).toEqual({
      audit: [line(MANAGER, 'plan.obligation-joined', 'plan', plan.id)],
      outbox: changed(plan),
    });
    expect(await trail(() => done(() => own.placement(plan), 'placement'))).toEqual({
      audit: [line(SUPPLIER, 'placement.registered', 'placement', ids['placement'] ?? '')],
      outbox: [{ type: 'placements.registered', payload: { placementId: ids['placement'], planId: plan.id } }],
    });
    for (const name of ['first', 'second', 'third']) {
      expect(await trail(() => done(() => own.purchase(plan, 100), name))).toEqual({
        audit: [line(SUPPLIER, 'claim.submitted', 'claim', ids[name] ?? '')],
        outbox: [{ type: 'placements.claim-submitted', payload: { claimId: ids[name] } }],
      });
    }
    const { first = '', second = '', third = '' } = ids;
    const two = [{ claimId: first }, { claimId: second, correction: { invoiceCents: 99, reason: 'Btw' } }];
    expect(await trail(() => allocation.accept(VERIFIER, two))).toEqual({
      audit: [
        line(VERIFIER, 'claim.accepted', 'claim', first),
        line(VERIFIER, 'claim.accepted', 'claim', second, 'Btw'),
      ],
      outbox: changed(plan),
    });
    expect(await trail(() => placements.reject(VERIFIER, [third], 'Dubbel'))).toEqual({
      audit: [line(VERIFIER, 'claim.rejected', 'claim', third, 'Dubbel')],
      outbox: [{ type: 'placements.claims-rejected', payload: { claimIds: [third] } }],
    });
    expect(await trail(() => allocation.reverse(VERIFIER, first, 'Niet juist'))).toEqual({
      audit: [line(VERIFIER, 'claim.reversed', 'claim', first, 'Niet juist')],
      outbox: changed(plan),
    });
    expect(await trail(() => allocation.revise(MANAGER, contractId, { amountCents: 50 }, 'Minder'))).toEqual({
      audit: [line(MANAGER, 'obligation.revised', 'contract', contractId, 'Minder')],
      outbox: changed(plan),
    });
    expect(await trail(() => allocation.settle(MANAGER, contractId))).toEqual({
      audit: [line(MANAGER, 'obligation.settled', 'contract', contractId)],
      outbox: changed(plan),
    });
    expect(await trail(() => allocation.leave(MANAGER, plan.id, contractId))).toEqual({
      audit: [line(MANAGER, 'plan.obligation-left', 'plan', plan.id)],
      outbox: changed(plan),
    });

    const table = { ...TABLE, code: 'TRAIL' };
    for (const [version, action] of [
      [table, 'added'],
      [{ ...table, name: 'Anders' }, 'replaced'],
    ] as const) {
      expect(await trail(() => valuation.register(MANAGER, version))).toMatchObject({
        audit: [{ actor: MANAGER.id, action: `value-table.${action}`, subject: 'value-table' }],
        outbox: [{ type: `valuation.table-${action}` }],
      });
    }
    const unchanged = await trail(() => valuation.register(MANAGER, { ...table, name: 'Anders' }));
    expect(unchanged).toEqual({ audit: [], outbox: [] });
    const membership = { principalCode: 'Fin', joinedOn: '2023-01-01', leftOn: null, note: null };
    expect(await trail(() => identity.recordMembership(MANAGER, membership))).toEqual({
      audit: [line(MANAGER, 'membership.recorded', 'organisation', 'Fin')],
      outbox: [{ type: 'identity.membership-recorded', payload: { principalCode: 'Fin' } }],
    });
  });
});

describe('the part of an obligation in a year', () => {
  it('is in SQL what the rule says', async () => {
    const product = await testProduct();
    const given = new Given(product);
    const cases = [
      [24_000_001, '2024-01-01', '2027-12-31'],
      [999, '2024-02-29', '2024-02-29'],
      [1, '2024-12-31', '2025-01-01'],
      [123_457, '2023-06-15', '2026-03-14'],
      [10 ** 13, '1999-01-01', '2099-12-31'],
    ] as const;
    for (const [amount, startsOn, endsOn] of cases) await given.contract(amount, { startsOn, endsOn });
    for (const year of [1998, 2023, 2024, 2025, 2026, 2027]) {
      const byRule = cases.map(([amount, from, to]) => annualised(amount, { from, to }, year));
      const report = await product.impact.year(THE_PRODUCT, year);
      expect(report.annualisedCents).toBe(byRule.reduce((total, cents) => total + cents, 0));
    }
    await product.close();
  });
});
