import type { Plan } from '@sr/plans';
import { NOTHING, THE_PRODUCT } from '@sr/kernel';
import { sql, testProduct, type TestProduct } from '../../../test/support/database';
import { Given, VERIFIER } from '../../../test/support/given';
import { formFreeJobs, formFreeProgress } from './persistence/form-free.store';
import type { AcceptedClaim } from './decide-claims';
import type { Claim } from './domain/claim';

describe('claims that are decided', () => {
  let product: TestProduct;
  let given: Given;

  beforeAll(async () => {
    product = await testProduct();
    given = new Given(product);
  });
  afterAll(() => product.close());

  const accept = (...claims: Claim[]): Promise<AcceptedClaim[]> =>
    product.db.write(VERIFIER, (tx) =>
      product.placements.accept(
        tx,
        VERIFIER,
        claims.map(({ id }) => ({ claimId: id })),
      ),
    );
  const read = <T>(work: Parameters<typeof product.db.read<T>>[1]) => product.db.read(THE_PRODUCT, work);

  it('tell the ledger what they are, and of the candidate a surrogate', async () => {
    const plan = await given.plan([]);
    const other = new Given(product, '68750111');
    const theirs = await other.plan([]);
    const same = { candidate: 'K-1', region: 'AMR01' };
    const claims = [
      await given.hours(await given.placement(plan, same), 100),
      await given.hours(await given.placement(plan, { ...same, block: 'LIMITED', registerIndicated: 'NO' }), 200),
      await other.hours(await other.placement(theirs, same), 300),
      await given.purchase(plan, 400),
      await given.activity(plan, 500),
    ];
    const numbers = claims.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(5);

    const accepted = await accept(...claims);
    expect(accepted).toMatchObject([
      { claimNumber: numbers[0], kind: 'PLACEMENT', supplierKvkNumber: '68750110', block: 'WORK', region: 'AMR01' },
      { claimNumber: numbers[1], kind: 'PLACEMENT', block: 'LIMITED', registerIndicated: false },
      { claimNumber: numbers[2], supplierKvkNumber: '68750111' },
      { claimNumber: numbers[3], kind: 'PURCHASE', block: 'PURCHASE', personId: null, region: null },
      { claimNumber: numbers[4], kind: 'ACTIVITY', block: 'ACTIVITY', personId: null },
    ]);
    const [first, second, third] = accepted.map(({ personId }) => personId);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('are odd in the ways that were told when they were submitted', async () => {
    const plan = await given.plan([await given.contract(1_000, { startsOn: '2024-02-01', endsOn: '2024-12-31' })]);
    const late = await given.contract(1_000, { startsOn: '2024-06-01' });
    const placement = await given.placement(plan, { candidate: 'K-ODD', block: 'LIMITED' });
    const elsewhere = await given.placement(plan, { candidate: 'K-ODD' });
    await given.hours(elsewhere, 20_000, { from: '2024-01-01', to: '2024-01-31' });
    const codes = ({ warnings }: Claim) => warnings.map(({ code }) => code);
    expect(codes(await given.hours(placement, 14_500, { from: '2024-01-01', to: '2024-01-31' }, late.number))).toEqual([
      'claim.hours_improbable',
      'claim.limit_near',
      'claim.outside_earmark_term',
      'claim.outside_all_terms',
      'claim.evidence_missing',
    ]);
    expect(codes(await given.hours(placement, 1_200, { from: '2024-02-01', to: '2024-02-29' }))).toEqual([
      'claim.limit_passed',
      'claim.far_from_last_period',
      'claim.evidence_missing',
    ]);
    expect(codes(await given.purchase(plan, 1))).toEqual(['claim.evidence_missing']);
  });

  it.each([
    ['of the network', { network: true }, null],
    ['of the ministry that verifies the plan', { verifies: ['IenW'], principals: ['IenW'] }, 'IenW'],
  ])('are decided by a verifier %s, who sees what was used of limits and day caps', async (_, more, verifiedBy) => {
    const verifier = { id: `verifier-${verifiedBy}`, name: 'V', scope: { ...NOTHING, ...more } };
    const plan = await given.plan([]);
    await sql(product.adminUrl, 'update plans.plan set verified_by = $2 where id = $1', [plan.id, verifiedBy]);
    const placement = await given.placement(plan, { block: 'LIMITED' });
    const day = verifiedBy === null ? '2024-03-04' : '2024-03-05';
    const claims = [
      await given.hours(placement, 15_000, { from: '2024-01-01', to: '2024-01-31' }),
      await given.activity(plan, 900, day),
      await given.hours(placement, 1_000, { from: '2024-02-01', to: '2024-02-29' }),
      await given.activity(plan, 900, day),
    ];
    const values: number[] = [];
    for (const { id } of claims) {
      const [accepted] = await product.db.write(verifier, (tx) =>
        product.placements.accept(tx, verifier, [{ claimId: id }]),
      );
      values.push(accepted?.valueCents ?? -1);
    }
    // Of the limit of 15,600 hundredths of an hour 600 are left for the second, of the day's EUR 1,000 EUR 100.
    expect(values).toEqual([300_000, 90_000, 12_000, 10_000]);
  });

  describe('of a form-free plan', () => {
    let plan: Plan;
    let claims: Claim[];
    const jobs = async (year: number, knownOn: string) =>
      (await read((reader) => formFreeJobs(reader, year, knownOn))).filter(({ planId }) => planId === plan.id);
    const progress = async () => (await read((reader) => formFreeProgress(reader, [plan.id]))).get(plan.id);

    beforeAll(async () => {
      plan = await given.plan([]);
      await sql(product.adminUrl, `update plans.plan set kind = 'FORM_FREE' where id = $1`, [plan.id]);
      product.clock.set('2024-07-02');
      const one = await given.placement(plan, { candidate: 'F-1', block: 'LIMITED' });
      const two = await given.placement(plan, {
        candidate: 'F-2',
        employmentForm: 'HIRED_IN',
        registerIndicated: 'NO',
      });
      const intern = await given.placement(plan, { candidate: 'F-1', employmentForm: 'INTERNSHIP' });
      claims = [
        await given.hours(one, 30_000),
        await given.hours(two, 2_000),
        await given.hours(intern, 500),
        await given.activity(plan, 100),
        await given.activity(plan, 100, '2024-02-02'),
        await given.hours(two, 9_000, { from: '2024-04-01', to: '2024-06-30' }),
      ];
      await accept(...claims.slice(0, 5));
      product.clock.set('2024-07-05');
      await product.db.write(VERIFIER, (tx) => product.placements.reverse(tx, VERIFIER, claims[1]?.id ?? '', 'Dubbel'));
    });

    it('have no value, use nothing, and are jobs all the same', async () => {
      const ids = claims.map(({ id }) => id);
      const [ofHours, , , activity] = await read((reader) => product.placements.claims(reader, ids)).then((found) =>
        ids.map((id) => found.find((claim) => claim.id === id)),
      );
      expect(ofHours).toMatchObject({
        valueCents: 0,
        countedCentihours: 0,
        jobCentihours: 30_000,
        acceptedCentihours: 30_000,
      });
      expect(activity).toMatchObject({ valueCents: 0 });
      const used = await read((reader) =>
        reader.query(`select 1 from placements.counted where candidate like 'F-%' and centihours > 0`),
      );
      expect(used).toEqual([]);
      expect(ofHours?.warnings.map(({ code }) => code)).not.toContain('claim.limit_passed');
    });

    it('are counted in persons, hours and activities', async () => {
      expect(await progress()).toEqual({ persons: 1, centihours: 30_500, activities: 2 });
    });

    it('give job hours of a year, as known on a day', async () => {
      const { id: planId } = plan;
      const ofOne = { planId, persons: 1, centihours: 30_000n, formalCentihours: 30_000n };
      expect(await jobs(2024, '2024-07-05')).toEqual([
        { ...ofOne, hiredInCentihours: 0n, registerCentihours: 30_000n },
      ]);
      expect(await jobs(2024, '2024-07-04')).toEqual([
        {
          planId,
          persons: 2,
          centihours: 32_000n,
          formalCentihours: 30_000n,
          hiredInCentihours: 2_000n,
          registerCentihours: 30_000n,
        },
      ]);
      expect(await jobs(2024, '2024-07-01')).toEqual([]);
      expect(await jobs(2023, '2024-07-05')).toEqual([]);
    });
  });
});
