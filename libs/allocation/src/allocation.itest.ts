import { AppError, NOTHING, THE_PRODUCT, type Actor, type Scope } from '@sr/kernel';
import { withEverythingInSight, type Reader } from '@sr/platform';
import { openApi, type TestApi } from '../../../test/support/app';
import { testProduct, type TestProduct } from '../../../test/support/database';
import { Given, MANAGER, VERIFIER } from '../../../test/support/given';
import { LedgerFigures } from './ledger-figures';

describe('the ledger beside HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let suppliers = 0;
  const fresh = () => new Given(product, String(20_000_000 + (suppliers += 1)));

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2024-12-31');
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  describe('the product’s scope, for the work of an event', () => {
    const ministry: Scope = { ...NOTHING, principals: ['IenW'] };
    const who: Actor = { id: 'a-manager', name: 'Contractmanager', scope: ministry };
    const asks = async (reader: Reader) => {
      const [row] = await reader.query<{ everything: boolean }>('select platform.sees_everything() as everything');
      return { told: row?.everything, scope: reader.scope.everything };
    };
    const all = { told: true, scope: true };
    const own = { told: false, scope: false };

    it('is there during the work and gone after it', async () => {
      await product.db.write(who, async (tx) => {
        expect(await asks(tx)).toEqual(own);
        expect(await withEverythingInSight(tx, asks)).toEqual(all);
        expect(await asks(tx)).toEqual(own);
      });
      // In a transaction that only reads as well; and nothing of it stays on the connection.
      await product.db.read(who, async (reader) => {
        expect(await withEverythingInSight(reader, asks)).toEqual(all);
        expect(await asks(reader)).toEqual(own);
      });
      expect(await product.db.read(who, asks)).toEqual(own);
    });

    it('is gone after a refusal that is heard together with others', async () => {
      await product.db.write(who, async (tx) => {
        const refused = withEverythingInSight(tx, () => Promise.reject(new AppError('refused', [])));
        await expect(refused).rejects.toThrow(AppError);
        expect(await asks(tx)).toEqual(own);
      });
    });

    it('an error of the database is told as it is', async () => {
      const broken = product.db.write(who, (tx) => withEverythingInSight(tx, (ledger) => ledger.query('select 1 / 0')));
      await expect(broken).rejects.toMatchObject({ driverError: { code: '22012' } });
      const refused = product.db.write(who, (tx) =>
        withEverythingInSight(tx, async (ledger) => {
          await ledger.query('select 1 / 0').catch(() => undefined);
          throw new AppError('refused', []);
        }),
      );
      await expect(refused).rejects.toThrow(AppError);
    });
  });

  it('claims of a form-free plan are decided and reversed, and leave nothing in the ledger', async () => {
    const given = fresh();
    const supplierGroupId = await given.supplierGroup();
    const contract = await product.contracts.register(MANAGER, {
      number: 'VORMVRIJ',
      reference: null,
      principalCode: 'IenW',
      supplierKvkNumber: given.kvkNumber,
      title: 'Advies',
      awardedOn: '2024-01-02',
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
      carries: { obligation: { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 } },
    });
    await given.plan([]);
    const { id } = await product.planChanges.make(MANAGER, {
      name: 'Vormvrij',
      supplierGroupId,
      valueTable: 'T1',
      kind: 'FORM_FREE',
      contractIds: [contract.id],
    });
    const plan = await product.db.read(THE_PRODUCT, (reader) => product.plans.plan(reader, id));
    const agreed = { agree: true, reason: null, valueTable: 'T1' };
    await product.allocation.answerProposal(MANAGER, plan.id, contract.id, agreed);
    const hours = await given.hours(await given.placement(plan), 10_000);
    const purchase = await given.purchase(plan, 5_000);
    const decided = await product.allocation.decide(VERIFIER, [
      { claimId: hours.id, verdict: 'ACCEPT' },
      { claimId: purchase.id, verdict: 'ACCEPT' },
    ]);
    expect(decided.map(({ status, valueCents, places }) => [status, valueCents, places])).toEqual([
      ['ACCEPTED', 0, []],
      ['ACCEPTED', 0, []],
    ]);
    expect(await product.allocation.reverse(VERIFIER, purchase.id, 'Niet juist')).toMatchObject({
      taken: [],
      offered: [],
    });
    const ids = [hours.id, purchase.id];
    const rows = await product.db.read(THE_PRODUCT, (reader) =>
      reader.query('select from allocation.acceptance where claim_id = any ($1::uuid[])', [ids]),
    );
    expect(rows).toEqual([]);
    await product.allocation.revise(MANAGER, contract.id, { goal: 5, previous: 3 }, 'Meer');
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });

  it('the pieces of a year: by obligation, kind, region and block, and by person', async () => {
    const given = fresh();
    const [a, b] = [
      await given.contract(150_000, { number: 'FIG/A' }),
      await given.contract(50_000, { number: 'FIG/B', principalCode: 'BZK' }),
    ];
    const plan = await given.plan([a, b]);
    const first = await given.placement(plan, { region: 'AMR-1', candidate: 'K-1' });
    const same = await given.placement(plan, {
      region: 'AMR-1',
      candidate: 'K-1',
      block: 'LIMITED',
      employmentForm: 'HIRED_IN',
      registerIndicated: 'NO',
    });
    const claims = [
      await given.hours(first, 4_000),
      await given.hours(same, 2_000, { from: '2024-04-01', to: '2024-06-30' }),
      await given.purchase(plan, 10_000),
    ];
    await given.accept(...claims);
    const figures = api.app.get(LedgerFigures);
    const ids = [a.id, b.id];
    const cells = (knownOn: string | null) =>
      product.db.read(THE_PRODUCT, (reader) => figures.ledgerCells(reader, 2024, knownOn, ids));
    const people = (knownOn: string | null) =>
      product.db.read(THE_PRODUCT, (reader) => figures.peopleInCells(reader, 2024, knownOn, ids));

    const now = await cells(null);
    expect(await cells('2024-12-31')).toEqual(now);
    const ofA = now
      .filter(({ obligationId }) => obligationId === a.id)
      .map(
        ({ claimKind, region, block, cents, centihours, formalCentihours, hiredInCentihours, registerCentihours }) => [
          ...[claimKind, region, block, cents, centihours],
          ...[formalCentihours, hiredInCentihours, registerCentihours],
        ],
      );
    expect(ofA).toEqual([
      ['PLACEMENT', 'AMR-1', 'LIMITED', 30_000n, 1_500n, 0n, 1_500n, 0n],
      ['PLACEMENT', 'AMR-1', 'WORK', 60_000n, 3_000n, 3_000n, 0n, 3_000n],
      ['PURCHASE', null, null, 7_500n, 0n, 0n, 0n, 0n],
    ]);
    const persons = await people(null);
    expect(await people('2024-12-31')).toEqual(persons);
    // One candidate of one supplier is one person, in whatever block and on whatever obligation.
    expect(new Set(persons.map(({ personId }) => personId)).size).toBe(1);
    expect(
      persons.filter(({ obligationId }) => obligationId === a.id).map(({ block, centihours }) => [block, centihours]),
    ).toEqual([
      ['LIMITED', 1_500n],
      ['WORK', 3_000n],
    ]);
    expect([await cells('2024-12-30'), await people('2024-12-30')]).toEqual([[], []]);
    for (const claim of claims) await product.allocation.reverse(VERIFIER, claim.id, 'Niet juist');
    expect([await cells(null), await people(null)]).toEqual([[], []]);
  });

  it('who only sees its own cannot accept what it does not see', async () => {
    const given = fresh();
    const claim = await given.purchase(await given.plan([]), 100);
    const accepting = (scope: Scope) =>
      product.allocation.accept({ id: 'somebody', name: 'Iemand', scope }, [{ claimId: claim.id }]);
    await expect(accepting({ ...NOTHING, principals: ['IenW'] })).rejects.toMatchObject({
      category: 'not-found',
      violations: [{ code: 'claim.unknown', field: 'claims[0]' }],
    });
    await accepting({ ...NOTHING, network: true });
    const [accepted] = await product.db.read(THE_PRODUCT, (reader) => product.placements.claims(reader, [claim.id]));
    expect(accepted).toMatchObject({ status: 'ACCEPTED', decidedBy: 'somebody' });
  });
});
