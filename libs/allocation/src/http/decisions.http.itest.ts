import type { Claim } from '@sr/placements';
import { bodyOf, type Client } from '../../../../test/support/app';
import { MANAGER } from '../../../../test/support/given';
import { ledgerScene, type LedgerScene } from '../../../../test/support/ledger-scene';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('decisions on claims', () => {
  let scene: LedgerScene;
  beforeAll(async () => {
    scene = await ledgerScene();
  });
  afterAll(() => scene.close());

  const fresh = async () => ({ ...scene, ...(await scene.sharedPlan(300_000, 100_000)) });

  const accept = (claim: Claim) => ({ claimId: claim.id, verdict: 'ACCEPT' });
  const decide = (client: Client, ...decisions: object[]) => client.post('/decisions', { decisions });
  const pointers = (problem: { errors: { pointer: string; code: string }[] }) =>
    problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);

  it('say where every cent and hour goes, and a preview says the same and keeps nothing', async () => {
    const { given, plan, a, b, verifier, product } = await fresh();
    const claims = [await given.hours(await given.placement(plan), 10_000), await given.purchase(plan, 250_000)];
    const decisions = claims.map(accept);

    const preview = bodyOf(await verifier.post('/decision-previews', { decisions }));
    expect(bodyOf(await verifier.post('/decision-previews', { decisions }))).toEqual(preview);
    expect(bodyOf(await verifier.get(`/plans/${plan.id}/statement`)).items).toEqual([]);

    const decided = bodyOf(await decide(verifier, ...decisions));
    expect(decided).toEqual(preview);
    const [ofA, ofB] = [
      { contractId: a.id, contractNumber: a.number, principalCode: 'IenW' },
      { contractId: b.id, contractNumber: b.number, principalCode: 'BZK' },
    ];
    const surplus = { contractId: null, contractNumber: null, principalCode: null };
    expect(decided.decisions).toEqual([
      {
        claimId: claims[0]?.id,
        claimNumber: claims[0]?.number,
        status: 'ACCEPTED',
        valueCents: 200_000,
        jobCentihours: 10_000,
        places: [
          { ...ofA, cents: 150_000, centihours: 7_500 },
          { ...ofB, cents: 50_000, centihours: 2_500 },
        ],
      },
      {
        claimId: claims[1]?.id,
        claimNumber: claims[1]?.number,
        status: 'ACCEPTED',
        valueCents: 250_000,
        jobCentihours: 0,
        places: [
          { ...ofA, cents: 150_000, centihours: 0 },
          { ...ofB, cents: 50_000, centihours: 0 },
          { ...surplus, cents: 50_000, centihours: 0 },
        ],
      },
    ]);
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });

  it('accept, correct and reject in one request', async () => {
    const { given, plan, verifier, product } = await fresh();
    const [whole, corrected, rejected] = [
      await given.purchase(plan, 1_000),
      await given.purchase(plan, 4_000),
      await given.activity(plan, 100),
    ];
    const answer = bodyOf(
      await decide(
        verifier,
        { claimId: rejected.id, verdict: 'REJECT', reason: 'Niet voor deze doelgroep' },
        accept(whole),
        { claimId: corrected.id, verdict: 'ACCEPT', correction: { invoiceCents: 3_999 }, reason: 'Btw' },
      ),
    );
    expect(
      answer.decisions.map(({ status, valueCents }: { status: string; valueCents: number }) => [status, valueCents]),
    ).toEqual([
      ['REJECTED', 0],
      ['ACCEPTED', 1_000],
      ['ACCEPTED', 3_999],
    ]);
    const kept = await product.db.read(MANAGER, (reader) => product.placements.claims(reader, [rejected.id]));
    expect(kept[0]).toMatchObject({
      status: 'REJECTED',
      decisionReason: 'Niet voor deze doelgroep',
      decidedBy: verifier.personId,
    });
  });

  it('are all of them or none, and every fault is told at its place', async () => {
    const { given, plan, verifier, product } = await fresh();
    const own = await product.placements.submit(
      { id: verifier.personId, name: 'Vera', scope: MANAGER.scope },
      {
        kind: 'ACTIVITY',
        ref: 'OWN',
        supplierKvkNumber: given.kvkNumber,
        earmark: null,
        planId: plan.id,
        block: 'ACTIVITY',
        day: '2024-03-01',
        centihours: 100,
      },
    );
    const [sound, decided] = [await given.purchase(plan, 1_000), await given.purchase(plan, 2_000)];
    await given.accept(decided);
    const refused = bodyOf(
      await decide(verifier, { claimId: decided.id, verdict: 'REJECT', reason: 'Dubbel' }, accept(sound), accept(own)),
      409,
    );
    expect(pointers(refused).sort()).toEqual(['/decisions/0 claim.already_decided', '/decisions/2 claim.own']);
    expect(bodyOf(await verifier.get(`/plans/${plan.id}/statement`)).items).toHaveLength(2);
    bodyOf(await decide(verifier, accept(sound)));
  });

  it('need a reason for a rejection and for a correction', async () => {
    const { given, plan, verifier } = await fresh();
    const [one, two] = [await given.purchase(plan, 1_000), await given.purchase(plan, 2_000)];
    const wrong = bodyOf(
      await decide(
        verifier,
        { claimId: one.id, verdict: 'REJECT' },
        { claimId: two.id, verdict: 'ACCEPT', correction: { invoiceCents: 1 } },
        accept(one),
      ),
      400,
    );
    expect(pointers(wrong)).toEqual([
      '/decisions/0/reason claim.reason_missing',
      '/decisions/1/reason claim.reason_missing',
      '/decisions/2/claimId claim.repeated',
    ]);
  });

  it('find no claim that is not there, or that others verify', async () => {
    const { given, plan, supplier, verifier, api } = await fresh();
    const claim = await given.purchase(plan, 1_000);
    const ofMinistry = await api.signIn({
      name: 'Beoordelaar BZK',
      organisation: { kind: 'PRINCIPAL', principalCode: 'BZK' },
      roles: ['VERIFIER'],
    });
    for (const [client, claimId] of [
      [verifier, NOBODY],
      [ofMinistry, claim.id],
    ] as const) {
      const unseen = bodyOf(await decide(client, { claimId, verdict: 'ACCEPT' }), 404);
      expect(pointers(unseen)).toEqual(['/decisions/0/claimId claim.unknown']);
      expect(JSON.stringify(unseen)).not.toContain(claim.ref);
      expect(bodyOf(await client.post(`/claims/${claimId}/reversals`, { reason: 'Weg' }), 404)).toMatchObject({
        code: 'claim.unknown',
      });
    }
    for (const client of [scene.managerOfIenw, await supplier(), scene.coordinator]) {
      expect(bodyOf(await decide(client, accept(claim)), 403)).toMatchObject({ code: 'session.not_allowed' });
    }
  });

  it('are carried out once, also when the client repeats the request', async () => {
    const { given, plan, verifier } = await fresh();
    const decisions = [accept(await given.purchase(plan, 1_000))];
    const first = bodyOf(await verifier.post('/decisions', { decisions }).set('idempotency-key', 'decision-1'));
    const again = await verifier.post('/decisions', { decisions }).set('idempotency-key', 'decision-1');
    expect(bodyOf(again)).toEqual(first);
    expect(bodyOf(await verifier.get(`/plans/${plan.id}/statement`)).items).toHaveLength(2);
    // A preview is no work, so that its key is not used up.
    const waiting = [accept(await given.purchase(plan, 2_000))];
    const preview = () =>
      verifier.post('/decision-previews', { decisions: waiting }).set('idempotency-key', 'preview-1');
    expect(bodyOf(await preview())).toEqual(bodyOf(await preview()));
  });

  it('a reversal offers the room to others, and says so', async () => {
    const { given, plan, a, b, verifier, product } = await fresh();
    const [first, second] = [await given.purchase(plan, 400_000), await given.purchase(plan, 90_000)];
    bodyOf(await decide(verifier, accept(first), accept(second)));
    const reversed = bodyOf(await verifier.post(`/claims/${first.id}/reversals`, { reason: 'Gecrediteerd' }));
    const sums = (places: { contractNumber: string | null; cents: number }[]) =>
      Object.fromEntries(places.map(({ contractNumber, cents }) => [contractNumber ?? 'surplus', cents]));
    expect(reversed).toMatchObject({ claimId: first.id, claimNumber: first.number });
    expect(sums(reversed.taken)).toEqual({ [a.number]: 300_000, [b.number]: 100_000 });
    expect(sums(reversed.offered)).toEqual({ [a.number]: 67_500, [b.number]: 22_500, surplus: -90_000 });
    expect(bodyOf(await verifier.post(`/claims/${first.id}/reversals`, { reason: 'Nog eens' }), 409)).toMatchObject({
      code: 'claim.not_accepted',
    });
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });

  it('a thousand at once, and not one more', async () => {
    const { given, plan, a, verifier, product } = await fresh();
    const claims: Claim[] = [];
    for (let batch = 0; batch < 20; batch += 1) {
      claims.push(...(await Promise.all(Array.from({ length: 50 }, () => given.purchase(plan, 100)))));
    }
    const tooMany = [...claims.map(accept), { claimId: NOBODY, verdict: 'ACCEPT' }];
    expect(pointers(bodyOf(await decide(verifier, ...tooMany), 400))).toEqual(['/decisions field.list_length']);
    const decisions = claims.map((claim, index) =>
      index % 10 === 0 ? { claimId: claim.id, verdict: 'REJECT', reason: `Dubbel met ${index + 1}` } : accept(claim),
    );
    const answer = bodyOf(await decide(verifier, ...decisions));
    expect(answer.decisions).toHaveLength(1_000);
    expect(answer.decisions.filter(({ status }: { status: string }) => status === 'REJECTED')).toHaveLength(100);
    expect(bodyOf(await verifier.get(`/contracts/${a.id}/balance`)).allocatedCents).toBe(67_500);
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });
});
