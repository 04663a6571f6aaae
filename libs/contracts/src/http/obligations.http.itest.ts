import { EVERYTHING, NOTHING, AppError, type Actor } from '@sr/kernel';
import { Db, type Tx } from '@sr/platform';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { MANAGER } from '../../../../test/support/given';
import rules from '../../../../config/reference/threshold-rules.json';
import { ContractsService } from '../contracts.service';
import type { ThresholdRule } from '../domain/threshold-rule';
import { ExemptionsService } from '../exemptions.service';
import { ObligationsService } from '../obligations.service';
import { listContracts } from '../persistence/contract-list.store';
import { SettlementsService, type ReadVersion } from '../settlements.service';
import { toSettlementAnswer } from './obligations.mapping';

const PRINTING = {
  principalCode: 'IenW',
  supplier: { kvkNumber: '68750110', name: 'Test BV Donald' },
  title: 'Drukwerk',
  awardedOn: '2023-12-01',
  startsOn: '2024-01-01',
  endsOn: '2027-12-31',
  cpv: '79800000-2',
  valueCents: 480_000_000,
  wageShareBp: 6_000,
};
const OF_WAGES = { kind: 'PERCENTAGE', basis: 'LOONSOM', baseCents: 288_000_000, rateBp: 500 };

describe('obligations, exemptions and settlements over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let nora: Client;
  let sam: Client;
  let noraActs: Actor;
  let samActs: Actor;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2028-01-10');
    await api.app.get(ObligationsService).loadThresholdRules(MANAGER, rules.rows as ThresholdRule[]);
    const organisation = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    nora = await api.signIn({ name: 'Nora', organisation, roles: ['CONTRACT_MANAGER'] });
    sam = await api.signIn({ name: 'Sam', organisation, roles: ['CONTRACT_MANAGER'] });
    const scope = { ...NOTHING, principals: ['IenW'] };
    noraActs = { id: nora.personId, name: 'Nora', scope };
    samActs = { id: sam.personId, name: 'Sam', scope };
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => api.app.get(Db).write(actor, work);
  const decide = (actor: Actor, contractId: string, exemptionId: string, approve: boolean, reason: string | null) =>
    write(actor, (tx) =>
      api.app.get(ExemptionsService).decideExemption(tx, actor, contractId, exemptionId, { approve, reason }),
    );
  const refusal = (work: Promise<unknown>): Promise<string[]> =>
    work.then(
      () => ['done'],
      (error: AppError) => error.violations.map(({ code }) => code).sort(),
    );
  const register = async (carries: object) => bodyOf(await nora.post('/contracts', { ...PRINTING, ...carries }), 201);

  describe('what the rule proposes', () => {
    it('is told with its reasons and steps, and keeps nothing', async () => {
      const question = { ...PRINTING, principalCode: undefined, supplier: undefined, title: undefined };
      const proposal = bodyOf(await nora.post('/obligation-proposals', question));
      expect(proposal).toMatchObject({
        ruleCode: 'RIJK-2011',
        applies: 'YES',
        basis: 'LOONSOM',
        baseCents: 288_000_000,
        rateBp: 500,
        amountCents: 14_400_000,
        reasons: [{ answer: 'YES' }, { answer: 'YES' }, { answer: 'YES' }],
      });
      expect(proposal.steps.at(-1).message).toBe('5% of that is EUR 144,000.00.');
      const short = { ...question, endsOn: '2024-05-31', ruleCode: 'RIJK-2011-LOONSOM' };
      expect(bodyOf(await nora.post('/obligation-proposals', short))).toMatchObject({
        applies: 'NO',
        amountCents: null,
      });
    });

    it('is nothing where there is no rule', async () => {
      const early = { awardedOn: '2011-06-30', startsOn: '2011-07-01', endsOn: '2012-07-01' };
      const at = (problem: { errors: { pointer: string }[] }) => problem.errors.map(({ pointer }) => pointer);
      expect(at(bodyOf(await nora.post('/obligation-proposals', early), 409))).toEqual(['/awardedOn']);
      const backwards = bodyOf(await nora.post('/obligation-proposals', { ...early, endsOn: '2011-06-30' }), 400);
      expect(backwards).toMatchObject({ code: 'contract.term_backwards', errors: [{ pointer: '/endsOn' }] });
      const unknown = { ...early, awardedOn: '2024-01-01', ruleCode: 'NO-SUCH' };
      expect(at(bodyOf(await nora.post('/obligation-proposals', unknown), 409))).toEqual(['/ruleCode']);
    });

    it('stands in the list of rules, each with its source', async () => {
      const { items } = bodyOf(await nora.get('/threshold-rules'));
      expect(items.map(({ code }: { code: string }) => code)).toEqual(['RIJK-2011', 'RIJK-2011-LOONSOM']);
      expect(items[0]).toMatchObject({
        thresholdCents: 25_000_000,
        minimumMonths: 6,
        purchases: ['WORKS', 'SERVICES'],
      });
    });
  });

  it('tells in one answer what the obligation is and why, with its history', async () => {
    const { id, number } = await register({ obligation: OF_WAGES });
    await product.allocation.revise(MANAGER, id, { baseCents: 144_000_000 }, 'Minder gefactureerd');
    const answer = bodyOf(await nora.get(`/contracts/${id}/obligation`));
    expect(answer).toMatchObject({
      contractId: id,
      contractNumber: number,
      state: 'OPEN',
      kind: 'PERCENTAGE',
      basis: 'LOONSOM',
      baseCents: 144_000_000,
      rateBp: 500,
      capCents: null,
      amountCents: 7_200_000,
      grounds: { followed: true, deviationReason: null, ruleSaid: { ruleCode: 'RIJK-2011', amountCents: 14_400_000 } },
      exemption: null,
      revisions: [
        {
          amountCents: 14_400_000,
          baseCents: 288_000_000,
          reason: null,
          recordedBy: { id: nora.personId, name: 'Nora' },
        },
        { amountCents: 7_200_000, reason: 'Minder gefactureerd', recordedBy: { id: 'test-manager', name: null } },
      ],
    });
    expect(answer.steps.map(({ message }: { message: string }) => message)).toEqual([
      'The base is the wage sum: EUR 1,440,000.00.',
      '5% of that is EUR 72,000.00.',
    ]);
  });

  describe('an exemption', () => {
    const exemption = { reason: 'OTHER', text: 'Voorbehouden aan een sociale onderneming' };

    it('at registration waits for a second person, who sees what the rule says', async () => {
      const { id, state, exemptionReason } = await register({ exemption });
      expect([state, exemptionReason]).toEqual(['EXEMPTION_PROPOSED', `OTHER: ${exemption.text}`]);
      const { items } = bodyOf(await sam.get(`/contracts/${id}/exemptions`));
      expect(items).toMatchObject([
        {
          ...exemption,
          origin: 'REGISTRATION',
          state: 'PROPOSED',
          proposedBy: { name: 'Nora' },
          ruleSays: { applies: 'YES' },
        },
      ]);
      expect(await refusal(decide(noraActs, id, items[0].id, false, null))).toEqual([
        'exemption.proposed_by_oneself',
        'exemption.reason_missing',
      ]);
      expect(await decide(samActs, id, items[0].id, true, null)).toMatchObject({ state: 'APPROVED', revision: null });
      expect(await refusal(decide(samActs, id, items[0].id, true, null))).toEqual(['exemption.decided_already']);
      expect(bodyOf(await nora.get(`/contracts/${id}/obligation`))).toMatchObject({
        state: 'EXEMPT',
        kind: 'NONE',
        amountCents: null,
        steps: [],
        grounds: null,
        revisions: [],
        exemption: { state: 'APPROVED', decidedBy: { id: sam.personId, name: 'Sam' } },
      });
      const again = await nora.post(`/contracts/${id}/exemptions`, { reason: 'SUPPLIES' });
      expect(bodyOf(again, 409)).toMatchObject({ code: 'exemption.stands' });
      const obligation = { kind: 'FIXED', amountCents: 1, deviationReason: 'x' };
      const late = bodyOf(await nora.post(`/contracts/${id}/obligation`, { obligation }), 409);
      expect(late).toMatchObject({ code: 'exemption.stands' });
    });

    it('that is refused leaves an obligation to establish, or another exemption to propose', async () => {
      const { id } = await register({ exemption: { reason: 'SHORT_TERM' } });
      const [first] = bodyOf(await sam.get(`/contracts/${id}/exemptions`)).items;
      const obligation = OF_WAGES;
      const early = bodyOf(await nora.post(`/contracts/${id}/obligation`, { obligation }), 409);
      expect(early).toMatchObject({ code: 'exemption.waits' });
      await decide(samActs, id, first.id, false, 'De looptijd is vier jaar');
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('OBLIGATION_MISSING');
      const second = bodyOf(await nora.post(`/contracts/${id}/exemptions`, { reason: 'NO_LABOUR' }), 201);
      expect(second).toMatchObject({ origin: 'REGISTRATION', state: 'PROPOSED', proposedBy: { name: 'Nora' } });
      await decide(samActs, id, second.id, false, 'Drukken is werk');
      const established = bodyOf(await nora.post(`/contracts/${id}/obligation`, { obligation }), 201);
      expect(established).toMatchObject({
        state: 'OPEN',
        amountCents: 14_400_000,
        exemption: { id: second.id, state: 'REFUSED', decisionReason: 'Drukken is werk' },
        revisions: [{ amountCents: 14_400_000, reason: null }],
      });
      const twice = bodyOf(await nora.post(`/contracts/${id}/obligation`, { obligation }), 409);
      expect(twice).toMatchObject({ code: 'obligation.there_already' });
      const contract = bodyOf(await nora.get(`/contracts/${id}`));
      expect(contract).toMatchObject({ exemptionReason: null, obligation: { amountCents: 14_400_000 } });
    });

    it('of an obligation that is there is a revision to nothing, for the ledger to bring into force', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      const proposed = bodyOf(await nora.post(`/contracts/${id}/exemptions`, exemption), 201);
      expect(proposed.origin).toBe('OBLIGATION');
      const twice = bodyOf(await sam.post(`/contracts/${id}/exemptions`, exemption), 409);
      expect(twice).toMatchObject({ code: 'exemption.waits' });
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('EXEMPTION_PROPOSED');
      const decided = await decide(samActs, id, proposed.id, true, 'Akkoord');
      expect(decided.revision).toEqual({ change: { baseCents: 0 }, reason: `OTHER: ${exemption.text}` });
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('OPEN');
      await product.allocation.revise(MANAGER, id, { baseCents: 0 }, 'Vrijgesteld');
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('EXEMPT');
      bodyOf(await nora.post(`/contracts/${id}/exemptions`, exemption), 409);
      await product.allocation.revise(MANAGER, id, { baseCents: 100 }, 'Toch niet');
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('OPEN');
    });

    it('says why, and is not of a settled obligation', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      const blank = bodyOf(await nora.post(`/contracts/${id}/exemptions`, { reason: 'OTHER' }), 400);
      expect(blank).toMatchObject({ code: 'exemption.text_missing', errors: [{ pointer: '/text' }] });
      await product.allocation.settle(MANAGER, id);
      const late = bodyOf(await nora.post(`/contracts/${id}/exemptions`, exemption), 409);
      expect(late).toMatchObject({ code: 'obligation.settled' });
    });
  });

  describe('a settlement', () => {
    const settlements = () => api.app.get(SettlementsService);
    const read = async (id: string): Promise<ReadVersion> => ({
      version: (await settlements().settlement(noraActs, id)).settlement?.version ?? null,
    });
    const propose = async (id: string, more: object = {}, seen?: ReadVersion) => {
      const { version } = seen ?? (await read(id));
      return write(noraActs, (tx) =>
        settlements().proposeSettlement(tx, noraActs, id, {
          version,
          outcome: 'SETTLED_WITHHELD',
          allocatedCents: 10_200_000,
          factorBp: null,
          reason: 'Eindbeoordeling',
          ...more,
        }),
      );
    };
    let supplier: Actor;
    beforeAll(async () => {
      const { supplierGroupId } = (await register({ obligation: OF_WAGES })).supplier;
      const scope = { ...NOTHING, suppliers: ['68750110'], supplierGroups: [supplierGroupId] };
      supplier = { id: 'leverancier', name: 'Lea', scope };
    });
    const answer = async (id: string, agrees: boolean, text: string | null, seen?: ReadVersion) => {
      const { version } = seen ?? (await read(id));
      return write(supplier, (tx) => settlements().answerSettlement(tx, supplier, id, { version, agrees, text }));
    };
    const remedy = async (id: string, seen?: ReadVersion) => {
      const granted = { ...(seen ?? (await read(id))), until: '2028-04-01', reason: 'Op verzoek' };
      return write(noraActs, (tx) => settlements().grantRemedy(tx, noraActs, id, granted));
    };
    const finish = async (id: string, allocatedCents = 10_200_000, seen?: ReadVersion) => {
      const { version } = seen ?? (await read(id));
      return write(noraActs, (tx) => settlements().finalSettlement(tx, noraActs, id, { version, allocatedCents }));
    };

    it('goes from a proposal over an answer and time to make good to its end', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      expect(bodyOf(await nora.get(`/contracts/${id}/settlement`))).toMatchObject({
        state: 'NONE',
        version: null,
        outcome: null,
      });
      await propose(id);
      expect(await refusal(finish(id))).toEqual(['settlement.supplier_not_heard']);
      await answer(id, false, 'De laatste plaatsing is niet meegeteld.');
      await remedy(id);
      expect(bodyOf(await nora.get(`/contracts/${id}`)).state).toBe('REMEDY');
      expect(await refusal(propose(id))).toEqual(['settlement.remedy_runs']);
      api.clock.set('2028-04-02');
      await propose(id, { allocatedCents: 12_000_000, factorBp: 15_000 });
      const proposed = await settlements().settlement(noraActs, id);
      expect(toSettlementAnswer(proposed)).toMatchObject({
        state: 'PROPOSED',
        settledOn: null,
        outcome: 'SETTLED_WITHHELD',
        amountCents: 14_400_000,
        allocatedCents: 12_000_000,
        shortfallCents: 2_400_000,
        factorBp: 15_000,
        chargeCents: 3_600_000,
        answerDueOn: '2028-04-16',
        agrees: null,
        answer: null,
        remedyUntil: '2028-04-01',
        proposedBy: { name: 'Nora' },
      });
      await answer(id, true, null);
      expect(await refusal(finish(id))).toEqual(['settlement.figures_changed']);
      await finish(id, 12_000_000);
      expect(await refusal(propose(id))).toEqual(['settlement.not_now']);
      api.clock.set('2028-01-10');
      expect(bodyOf(await nora.get(`/contracts/${id}/settlement`))).toMatchObject({
        state: 'FINAL',
        agrees: true,
        finalBy: { name: 'Nora' },
      });
    });

    it('is not of what carries nothing, nor of what is out of sight', async () => {
      const { id } = await register({ exemption: { reason: 'SUPPLIES' } });
      expect(await refusal(propose(id))).toEqual(['contract.exempt']);
      const stranger = { ...supplier, scope: { ...NOTHING, suppliers: ['90000001'] } };
      const work = write(stranger, (tx) =>
        settlements().answerSettlement(tx, stranger, id, { version: 1, agrees: true, text: null }),
      );
      expect(await refusal(work)).toEqual(['contract.unknown']);
    });

    it('is taken a step further from what was read, and from nothing else', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      const first = { version: 1 };
      expect(await refusal(propose(id, {}, first))).toEqual(['settlement.stale']);
      await propose(id);
      expect(await refusal(propose(id, {}, { version: null }))).toEqual(['settlement.stale']);
      await propose(id, { factorBp: 15_000 }, first);
      expect(await refusal(answer(id, true, null, first))).toEqual(['settlement.stale']);
      expect(await refusal(remedy(id, first))).toEqual(['settlement.stale']);
      expect(await refusal(finish(id, 10_200_000, first))).toEqual(['settlement.stale']);
      await answer(id, true, null, { version: 2 });
      expect(bodyOf(await nora.get(`/contracts/${id}/settlement`))).toMatchObject({ state: 'ANSWERED', version: 3 });
    });
  });

  describe('the scope', () => {
    const one = { sort: 'number', descending: false } as const;
    const nobody = { named: [], ofGroup: [] };

    it('is held by the database when a query forgets it, and by the query when the database does', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      const stranger = { ...NOTHING, principals: ['BZK'] };
      const db = api.app.get(Db);
      const forgot = await db.read({ scope: stranger }, async (reader) => {
        const forgetful = { ...reader, scope: EVERYTHING };
        const rows = await reader.query<{ table: string; rows: number }>(
          ['contract', 'obligation', 'revision', 'exemption', 'settlement']
            .map((table) => `select '${table}' as table, count(*)::int as rows from contracts.${table}`)
            .join(' union all '),
        );
        return {
          listed: (await listContracts(forgetful, {}, nobody, one, {})).items,
          obligations: await api.app.get(ContractsService).obligations(forgetful, [id]),
          sums: await api.app.get(ContractsService).yearSums(forgetful, 2023, null),
          rows: rows.map(({ rows: count }) => count),
        };
      });
      expect(forgot).toEqual({ listed: [], obligations: [], sums: [], rows: [0, 0, 0, 0, 0] });
      const asked = await db.read({ scope: EVERYTHING }, async (reader) => {
        const narrow = { ...reader, scope: stranger };
        return {
          listed: (await listContracts(narrow, {}, nobody, one, {})).items,
          obligations: await api.app.get(ContractsService).obligations(narrow, [id]),
          sums: await api.app.get(ContractsService).yearSums(narrow, 2023, null),
          found: await refusal(api.app.get(ContractsService).find(narrow, id)),
        };
      });
      expect(asked).toEqual({ listed: [], obligations: [], sums: [], found: ['contract.unknown'] });
    });

    it('still shows the network what began before a ministry left', async () => {
      const { id } = await register({ obligation: OF_WAGES });
      const seen = (leftOn: string) =>
        api.app
          .get(ContractsService)
          .show({ scope: { ...NOTHING, network: true, left: { IenW: leftOn } } }, id)
          .then(
            () => 'seen',
            () => 'not there',
          );
      expect([await seen('2024-01-02'), await seen('2024-01-01')]).toEqual(['seen', 'not there']);
    });
  });
});
