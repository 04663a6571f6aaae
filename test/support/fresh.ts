import { TABLE, type Portfolio } from './portfolio';
import { SUPPLIERS } from './world-people';

let count = 0;
/** A name that nothing had before. */
export const fresh = (prefix: string): string => `${prefix}-${(count += 1)}`;
/** Eight digits that no supplier had before. */
export const freshKvkNumber = (): string => String(50_000_000 + (count += 1));

/**
 * New things in the world, each on its way to where a test wants it: of IenW, with suppliers of group A, in the category
 * of the category manager, so that it is everybody's own who stands on that side.
 */
export class Fresh {
  constructor(private readonly world: Portfolio) {}

  /** A contract with an obligation, or with what is given instead. */
  async contract(carries: object = OBLIGATION): Promise<string> {
    const { manager } = this.world.people;
    const { id } = await manager.post('/contracts', { ...this.contractBody(), ...carries });
    return id;
  }

  /** What a contract is registered with, save what it carries. */
  contractBody() {
    return {
      number: fresh('N'),
      principalCode: 'IenW',
      supplier: { kvkNumber: SUPPLIERS.A1.kvkNumber },
      title: 'Catering',
      categoryCode: 'CATERING',
      awardedOn: '2023-12-01',
      startsOn: '2024-01-01',
      endsOn: '2027-12-31',
    };
  }

  /** A contract with an exemption that `proposer` asked for, and its id. */
  async exemption(proposer: 'manager' | 'secondManager'): Promise<{ contractId: string; exemptionId: string }> {
    const contractId = await this.contract();
    const grounds = { reason: 'SHORT_TERM', text: 'De looptijd is kort.' };
    const { id } = await this.world.people[proposer].post(`/contracts/${contractId}/exemptions`, grounds);
    return { contractId, exemptionId: id };
  }

  /** A contract that was registered as exempt and whose exemption was refused: it waits for an obligation. */
  async withoutObligation(): Promise<string> {
    const contractId = await this.contract({ exemption: { reason: 'SHORT_TERM' } });
    const path = `/contracts/${contractId}/exemptions`;
    const { items } = await this.world.people.secondManager.get(path);
    const refusal = { approve: false, reason: 'De looptijd is lang genoeg.' };
    await this.world.people.secondManager.post(`${path}/${items[0].id}/decisions`, refusal);
    return contractId;
  }

  /** A contract whose settlement was proposed, and answered by the supplier when asked. */
  async assessed(isAnswered: boolean): Promise<string> {
    const contractId = await this.contract();
    const { manager, supplier } = this.world.people;
    const proposal = { outcome: 'SETTLED_WAIVED', reason: 'Overmacht.' };
    await manager.post(`/contracts/${contractId}/settlement-proposals`, proposal);
    if (isAnswered) await supplier.post(`/contracts/${contractId}/settlement-answers`, { version: 1, agrees: true });
    return contractId;
  }

  /** What a plan of group A for these contracts is made with. */
  planBody(contractIds: readonly string[]) {
    return {
      name: fresh('Plan'),
      kind: 'BUNDLE',
      supplierGroupId: this.world.groups.A,
      valueTable: TABLE,
      contractIds,
      clientLeadId: this.world.people.coordinator.id,
      supplierLeadId: this.world.people.supplier.id,
    };
  }

  /** A plan of the network with one obligation, as far as asked, with the version that it has then. */
  async plan(
    until: 'PROPOSED' | 'DRAFT' | 'WRITTEN' | 'SUBMITTED' | 'APPROVED',
  ): Promise<{ planId: string; contractId: string; version: number }> {
    const { coordinator, manager, supplier } = this.world.people;
    const contractId = await this.contract();
    let plan = await coordinator.post('/plans', this.planBody([contractId]));
    const path = `/plans/${plan.id}`;
    const step = async (work: () => Promise<void>, from: typeof until): Promise<void> => {
      if (UNTIL.indexOf(until) >= UNTIL.indexOf(from)) await work();
    };
    await step(async () => {
      await manager.post(`${path}/proposals/${contractId}/answers`, { agree: true, valueTable: TABLE });
      plan = await coordinator.get(path);
    }, 'DRAFT');
    await step(async () => {
      plan = await supplier.put(`${path}/lines`, { version: plan.version, lines: [LINE] });
    }, 'WRITTEN');
    await step(async () => {
      plan = await supplier.post(`${path}/submissions`, { version: plan.version });
    }, 'SUBMITTED');
    await step(async () => {
      plan = await coordinator.post(`${path}/approvals`, { version: plan.version });
    }, 'APPROVED');
    return { planId: plan.id, contractId, version: plan.version };
  }

  /** A placement on `PLAN-A`. */
  async placement(): Promise<string> {
    const { id } = await this.world.people.supplier.post('/placements', this.placementBody());
    return id;
  }

  placementBody() {
    return {
      ref: fresh('PL'),
      planId: this.world.plans['PLAN-A'],
      supplierKvkNumber: SUPPLIERS.A1.kvkNumber,
      candidate: fresh('K'),
      block: 'WORK',
      bonuses: [],
      employmentForm: 'FORMAL',
      startsOn: '2025-01-01',
      registerIndicated: 'NO',
    };
  }

  /** A report of that quarter as far as asked: by a plan of its own, since a report is open once. */
  async report(
    until: 'OPENED' | 'WRITTEN' | 'CHECKED' | 'SUBMITTED',
    editor: 'supplier' | 'secondSupplier' = 'supplier',
  ): Promise<{ reportId: string; version: number; planId: string }> {
    const { supplier, secondSupplier, [editor]: by } = this.world.people;
    const { planId } = await this.plan('APPROVED');
    const placement = await supplier.post('/placements', { ...this.placementBody(), planId });
    let report = await by.post('/reports', { planId, supplierKvkNumber: SUPPLIERS.A1.kvkNumber, quarter: '2025-Q3' });
    const path = `/reports/${report.id}`;
    if (until !== 'OPENED') {
      report = await by.put(`${path}/lines`, { version: report.version, ...linesOf(placement.id) });
    }
    if (until === 'CHECKED' || until === 'SUBMITTED') {
      const colleague = editor === 'supplier' ? secondSupplier : supplier;
      report = await colleague.post(`${path}/checks`, { version: report.version });
    }
    if (until === 'SUBMITTED') await by.post(`${path}/submissions`, { version: report.version });
    return { reportId: report.id, version: report.version, planId };
  }

  /** A report with nothing in it yet, and lines for it. */
  async emptyReport(): Promise<{ reportId: string; version: number; lines: object }> {
    const { reportId, version, planId } = await this.report('OPENED');
    const { items } = await this.world.people.supplier.get(`/placements?planId=${planId}`);
    return { reportId, version, lines: linesOf(items[0].id) };
  }

  /** A report with nothing in it yet, after a quarter in which there was something. */
  async reportAfterAnother(): Promise<{ reportId: string; version: number }> {
    const { planId } = await this.report('SUBMITTED');
    const { kvkNumber: supplierKvkNumber } = SUPPLIERS.A1;
    const { supplier } = this.world.people;
    const { id, version } = await supplier.post('/reports', { planId, supplierKvkNumber, quarter: '2025-Q4' });
    return { reportId: id, version };
  }

  /** A claim that waits, of hours or of a purchase. */
  async claim(kind: 'PLACEMENT' | 'PURCHASE' = 'PLACEMENT'): Promise<string> {
    const { planId } = await this.report('SUBMITTED');
    const { items } = await this.world.people.supplier.get(`/claims?planId=${planId}&kind=${kind}`);
    return items[0].id;
  }

  /** Evidence that was declared for a placement. */
  async evidence(): Promise<{ placementId: string; evidenceId: string }> {
    const placementId = await this.placement();
    const { id } = await this.world.people.supplier.post(`/placements/${placementId}/evidence`, EVIDENCE);
    return { placementId, evidenceId: id };
  }

  /** A value table that one of the stewards proposed. */
  async table(proposer: 'steward' | 'secondSteward'): Promise<string> {
    const code = fresh('TABEL').toUpperCase();
    await this.world.people[proposer].post('/value-tables', { ...this.tableBody(), code });
    return code;
  }

  tableBody() {
    const block = { kind: 'PURCHASE', code: 'PURCHASE', label: 'Inkoop', rateBp: 10_000 };
    const name = { name: 'Tabel', example: true, validFrom: null, source: null };
    return { ...name, normHoursPerWeek: 36, blocks: [block], bonuses: [], notValued: [] };
  }

  /** Somebody at IenW who was just invited. */
  async person(): Promise<string> {
    const { id } = await this.world.people.coordinator.post('/people', this.invitation());
    return id;
  }

  invitation(organisation: object = { kind: 'PRINCIPAL', principalCode: 'IenW' }, role = 'MINISTRY_READER') {
    return {
      name: 'Nieuw Persoon',
      email: `${fresh('nieuw')}@example.nl`,
      organisation,
      roles: [role],
      categories: [],
    };
  }
}

/** What is reported: one month of work, and a purchase. */
const SELLER = { kvkNumber: '90001354', name: 'Sociale werkplaats Noord' };
const linesOf = (placementId: string) => ({
  placements: [{ placementId, months: [{ month: '2025-07', paidCentihours: 9_000 }] }],
  purchases: [{ block: 'PURCHASE', from: '2025-07-01', to: '2025-07-31', invoiceCents: 1_250_000, seller: SELLER }],
  activities: [],
});
const UNTIL = ['PROPOSED', 'DRAFT', 'WRITTEN', 'SUBMITTED', 'APPROVED'] as const;
const OBLIGATION = {
  obligation: { kind: 'FIXED', amountCents: 10_000_000, deviationReason: 'Zo in de aanbesteding.' },
};
export const EVIDENCE = { type: 'EMPLOYMENT_CONTRACT', seenOn: '2025-01-01', validUntil: '2026-12-31' };
export const LINE = {
  block: 'WORK',
  persons: 2,
  centihours: 374_400,
  from: '2026-01-01',
  to: '2026-12-31',
  partner: 'Sociale werkplaats Noord',
  confidenceBp: 8_000,
};
