import { addDays, overlaps, type Actor, type LocalDate } from '@sr/kernel';
import type { EvidenceDeclaration, PlacementLine, ReportLines, ReportView } from '@sr/placements';
import type { StepOf } from './diary';
import { WrongDemo } from './manifest';
import { idOf } from './people';
import { planIdOf, regionNamed, type Setting } from './setting';

type ReportStep =
  | StepOf<'placement'>
  | StepOf<'evidence'>
  | StepOf<'evidence-judged'>
  | StepOf<'report'>
  | StepOf<'report-extended'>
  | StepOf<'decisions'>
  | StepOf<'reversal'>
  | StepOf<'answer-extended'>;

/** A step of a supplier that reports, or of whoever verifies it. */
export async function liveReportStep(setting: Setting, step: ReportStep): Promise<void> {
  const { product, names, cast, days } = setting;
  const actor = await cast.as(step.by);
  switch (step.type) {
    case 'placement':
      return registerPlacement(setting, actor, step);
    case 'evidence':
      for (const ref of step.placements) {
        const placementId = idOf(names.placements, ref, 'placement');
        await product.evidence.declare(actor, { placementId }, declared(setting, step.evidence));
      }
      return;
    case 'evidence-judged':
      for (const ref of step.placements) await judge(setting, actor, ref, step);
      return;
    case 'report':
      return report(setting, actor, step);
    case 'report-extended': {
      const planId = planIdOf(setting, step.plan);
      const filter = { planId, quarter: days.quarter(step.quarter) };
      const { items } = await product.reports.list(actor, filter, { limit: 1 });
      const [found] = items;
      if (!found) throw new WrongDemo([`${step.plan} has no report of that quarter`]);
      const { dueOn } = found.report;
      const more = { dueOn: addDays(dueOn, step.days), reason: step.reason };
      await product.reportTerms.extendQuarter(actor, found.report, more);
      return;
    }
    case 'decisions': {
      const decisions = step.decisions.map(({ claim, verdict, hours, invoiceCents, reason }) => ({
        claimId: idOf(names.claims, claim, 'claim'),
        verdict,
        ...(hours === undefined ? {} : { correction: { centihours: hours } }),
        ...(invoiceCents === undefined ? {} : { correction: { invoiceCents } }),
        ...(reason === undefined ? {} : { reason }),
      }));
      await product.allocation.decide(actor, decisions);
      return;
    }
    case 'reversal':
      await product.allocation.reverse(actor, idOf(names.claims, step.claim, 'claim'), step.reason);
      return;
    case 'answer-extended': {
      const claimId = idOf(names.claims, step.claim, 'claim');
      const { claim } = await product.claims.file(actor, claimId);
      await product.claims.extendAnswer(actor, claimId, addDays(claim.answerDueOn, step.days), step.reason);
    }
  }
}

async function registerPlacement(setting: Setting, actor: Actor, step: StepOf<'placement'>): Promise<void> {
  const { product, names } = setting;
  const { plan, ref, candidate, block, employmentForm, startsOn, registerIndicated, region } = step;
  const { id } = await product.placements.registerPlacement(
    actor,
    {
      ref,
      planId: planIdOf(setting, plan),
      supplierKvkNumber: supplierOf(actor),
      candidate,
      block,
      bonuses: [],
      employmentForm,
      startsOn,
      endsOn: null,
      registerIndicated,
      region: regionNamed(region),
    },
    true,
  );
  names.placements.set(ref, id);
}

/** Says of all evidence of a placement that nobody judged whether it is sufficient. */
async function judge(
  { product, names }: Setting,
  actor: Actor,
  ref: string,
  { verdict, reason }: StepOf<'evidence-judged'>,
): Promise<void> {
  const placementId = idOf(names.placements, ref, 'placement');
  const { evidence } = await product.placements.placementFile(actor, placementId);
  for (const item of evidence) {
    if (item.verdict === null) await product.evidence.judge(actor, { placementId }, item.id, verdict, reason);
  }
}

/** A report is opened and written; and checked by a colleague and submitted, where the diary names those. */
async function report(setting: Setting, actor: Actor, step: StepOf<'report'>): Promise<void> {
  const { product, cast, days } = setting;
  const { reports } = product;
  const quarter = days.quarter(step.quarter);
  const opening = {
    planId: planIdOf(setting, step.plan),
    supplierKvkNumber: supplierOf(actor),
    quarter,
    supplementary: false,
  };
  let view = await reports.open(actor, opening);
  const now = (): readonly [string, number] => [view.report.id, view.report.version];
  if (step.copy) view = await reports.copyLastPeriod(actor, ...now());
  if (!step.copy && !step.nothing) {
    view = await reports.writeLines(actor, ...now(), await linesOf(setting, actor, step, quarter));
  }
  if (step.checkedBy !== undefined) view = await reports.check(await cast.as(step.checkedBy), ...now());
  if (step.submittedBy === undefined) return;
  view = await reports.submit(await cast.as(step.submittedBy), ...now(), step.nothing);
  nameClaims(setting, step, view);
}

/** The lines of a report: about all months of the quarter that are over, as far as a placement runs in them. */
async function linesOf(
  setting: Setting,
  actor: Actor,
  { hours, earmarks, purchases, activities }: StepOf<'report'>,
  quarter: LocalDate,
): Promise<ReportLines> {
  const { product, days, names } = setting;
  const months = days.monthsOver(quarter);
  const first = months[0]?.from ?? quarter;
  const last = months.at(-1)?.to ?? quarter;
  const common = { earmark: null };
  const placements: PlacementLine[] = [];
  for (const [ref, paidCentihours] of Object.entries(hours)) {
    const placementId = idOf(names.placements, ref, 'placement');
    const { placement } = await product.placements.placementFile(actor, placementId);
    const term = { from: placement.startsOn, to: placement.endsOn ?? last };
    const running = months.filter((month) => overlaps(month, term));
    placements.push({
      placementId,
      earmark: earmarks[ref] ?? null,
      months: running.map(({ from }) => ({ month: from.slice(0, 7), paidCentihours })),
    });
  }
  return {
    placements,
    purchases: purchases.map(({ block, invoiceCents, seller, description, evidence }) => ({
      ...common,
      block,
      from: first,
      to: last,
      invoiceCents,
      seller,
      description,
      evidence: evidence.map((item) => declared(setting, item)),
    })),
    activities: activities.map(({ block, hours: centihours, description, evidence }) => ({
      ...common,
      block,
      day: addDays(last, -12),
      centihours,
      realised: { by: 'OWN', kvkNumber: null, name: null },
      description,
      evidence: evidence.map((item) => declared(setting, item)),
    })),
  };
}

/** The claims that a report became get a name in the diary: hours that of their placement after that of the plan. */
function nameClaims({ names }: Setting, step: StepOf<'report'>, { items }: ReportView): void {
  const hours = Object.keys(step.hours).map((ref) => `${step.plan}/${ref}`);
  const others = [...step.purchases, ...step.activities].map(({ ref }) => ref);
  [...hours, ...others].forEach((name, place) => {
    const claim = items?.[place]?.claim;
    if (claim) names.claims.set(name, claim.id);
  });
}

function declared({ days }: Setting, item: StepOf<'evidence'>['evidence']): EvidenceDeclaration {
  const { type, seen, until } = item;
  return { type, seenOn: days.of(seen), validUntil: until === undefined ? null : days.of(until) };
}

function supplierOf({ id, scope }: Actor): string {
  const [kvkNumber] = scope.suppliers;
  if (kvkNumber === undefined) throw new WrongDemo([`${id} is of no supplier`]);
  return kvkNumber;
}
