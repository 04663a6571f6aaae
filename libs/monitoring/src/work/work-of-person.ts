import { Injectable } from '@nestjs/common';
import { PlanWork } from '@sr/plans';
import { Clock, WorkingCalendar, withEverythingInSight, type Reader } from '@sr/platform';
import { escalations } from '../domain/escalations';
import { ReminderRules } from '../domain/rules';
import { waitsForPerson, type WorkItem, type WorkRole, type Worker } from '../domain/work-item';
import { deviationsOn, moments } from '../persistence/moment.store';
import { ALL_PLANS, WorkSources } from '../sources/work-sources';

/** What waits for one person, also because nothing happened elsewhere. */
@Injectable()
export class WorkOfPerson {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly planWork: PlanWork,
    private readonly work: WorkSources,
  ) {}

  /** What waits for `worker`, in whose scope the reader reads: the own work, and what came to the own role. */
  async of(reader: Reader, worker: Worker): Promise<WorkItem[]> {
    const items = await this.around(reader, worker);
    const all = [...items, ...(await this.escalated(reader, items))];
    return all.filter(({ waitsFor }) => waitsForPerson(waitsFor, worker));
  }

  /** What could wait for somebody with these roles, or come to it, of what is in the own scope. */
  private async around(reader: Reader, worker: Worker): Promise<WorkItem[]> {
    const { contracts, plans, reports, network } = this.work;
    const is = (...roles: WorkRole[]): boolean => roles.some((role) => worker.roles.includes(role));
    const [manages, coordinates] = [is('CONTRACT_MANAGER'), is('NETWORK_COORDINATOR')];
    const speaks = is('SUPPLIER_COORDINATOR');
    const supplies = speaks || is('SUPPLIER_EMPLOYEE');
    const leads = manages || coordinates || speaks;
    const principals = worker.principalCode === null || coordinates ? null : [worker.principalCode];
    const sources: [boolean, () => Promise<WorkItem[]>][] = [
      [leads || is('CATEGORY_MANAGER'), () => contracts.toDecide(reader)],
      [leads, () => contracts.running(reader)],
      [leads, () => contracts.finalReports(reader)],
      [leads, () => plans.unfinished(reader)],
      [leads, () => plans.goingWrong(reader)],
      [manages || coordinates, () => plans.proposals(reader, { planId: null, principals })],
      [supplies || coordinates, () => reports.unreported(reader, ALL_PLANS)],
      [supplies || coordinates, () => reports.drafts(reader, ALL_PLANS)],
      [supplies, () => reports.refusedClaims(reader, ALL_PLANS)],
      [supplies, () => reports.placements(reader, ALL_PLANS)],
      [is('VERIFIER') || coordinates, () => reports.waitingClaims(reader, ALL_PLANS)],
      [manages, () => this.besideClaims(reader, principals ?? [])],
      [is('TABLE_STEWARD'), () => network.tables(reader)],
      [coordinates, () => network.itself(reader)],
    ];
    const items: WorkItem[] = [];
    for (const [applies, read] of sources) if (applies) items.push(...(await read()));
    return items;
  }

  /**
   * Which quarters are missing, and that claims wait, of the plans in which its ministry has a part: for a contract manager, who sees no reports
   * and no claims. What comes to it of these tells no count (`escalations`), and of a report only that it is late.
   */
  private async besideClaims(reader: Reader, principals: readonly string[]): Promise<WorkItem[]> {
    const planIds = await this.planWork.ofPrincipals(reader, principals);
    if (planIds.length === 0) return [];
    return withEverythingInSight(reader, async (whole) => {
      const asked = { ...ALL_PLANS, planIds };
      return [
        ...(await this.work.reports.unreported(whole, asked)),
        ...(await this.work.reports.waitingClaims(whole, asked)),
      ];
    });
  }

  /** The copies for the next role, by the rules of today. */
  private escalated(reader: Reader, items: readonly WorkItem[]): Promise<WorkItem[]> {
    const today = this.clock.today();
    const planIds = [...new Set(items.flatMap(({ planId }) => planId ?? []))];
    const principalCodes = [...new Set(items.flatMap(({ around }) => around.principalCodes))];
    return withEverythingInSight(reader, async (whole) => {
      const deviations = await deviationsOn(whole, today, { planIds, principalCodes });
      return escalations(items, new ReminderRules(await moments(whole), deviations, this.calendar), today);
    });
  }
}
