import {
  addDays,
  addMonths,
  daysBetween,
  divRound,
  exact,
  floorFraction,
  type Cents,
  type LocalDate,
} from '@sr/kernel';
import { managerOf, supplierOf, told, type ContractInWork } from './contract-items';
import { wasHeld, type MilestoneFacts } from './milestone';
import { ofNetwork, workItem, type Party, type WorkItem, type WorkItemKind } from './work-item';

/** A contract with an obligation that runs, or is to begin. */
export interface RunningFacts extends ContractInWork {
  readonly startsOn: LocalDate;
  readonly inPlan: boolean;
  /** It waits for the answer to the question whether it joins a plan. */
  readonly proposed: boolean;
  /** Its principal takes part in the network. */
  readonly member: boolean;
  /** The plan that it is in is the network's. */
  readonly inNetworkPlan: boolean;
  /** Who leads that plan for the network or the principal, by id. */
  readonly clientContacts: readonly string[];
  /** Null of a goal without euros. */
  readonly amountCents: Cents | null;
  readonly allocatedCents: Cents;
  readonly extensionDays: readonly LocalDate[];
}

/** A week after the award the first contact is made. */
const CONTACT_DAYS = 7;
/** At half of the term less than this is behind; the talk about it is to be held in a month. */
export const BEHIND_PERCENT = 40;
const TALK_DAYS = 31;
/** A year before the end it is told what is left; four months before an option is decided on, its time has come. */
export const END_MONTHS = 12;
export const EXTENSION_MONTHS = 4;
/** The days of an average month, as a fraction: 365.25 / 12. */
const MONTH_DAYS = { of: 1461n, over: 48n };

/** The first day of the second half of a term. */
const halfOf = ({ startsOn, endsOn }: Pick<RunningFacts, 'startsOn' | 'endsOn'>): LocalDate =>
  addDays(startsOn, floorFraction(daysBetween(startsOn, endsOn) + 1, 1, 2));

/** The first day on which a talk is one about half of the term: a month before that half is over. */
export const midTermTalkFrom = (term: Pick<RunningFacts, 'startsOn' | 'endsOn'>): LocalDate =>
  addDays(halfOf(term), -TALK_DAYS);

/** What waits on a contract in its term. */
export function runningItems(
  contract: RunningFacts,
  milestones: readonly MilestoneFacts[],
  today: LocalDate,
): WorkItem[] {
  if (contract.endsOn < today) return [];
  return [
    ...contactItems(contract, milestones),
    ...midTermItems(contract, milestones, today),
    ...endingItems(contract, today),
    ...extensionItems(contract, milestones, today),
  ];
}

/** Nobody spoke with the supplier yet of an obligation that is in no plan. */
function contactItems(contract: RunningFacts, milestones: readonly MilestoneFacts[]): WorkItem[] {
  const { inPlan, proposed, member, awardedOn: since, amountCents } = contract;
  if (inPlan || proposed || wasHeld(milestones, 'FIRST_CONTACT', subjectOf(contract), since)) return [];
  const party = member ? ofNetwork('NETWORK_COORDINATOR') : managerOf(contract);
  return [item('CONTACT_TO_MAKE', contract, party, { since, dueOn: addDays(since, CONTACT_DAYS), cents: amountCents })];
}

/** Half of the term is over, and too little is filled to wait for the rest. */
function midTermItems(contract: RunningFacts, milestones: readonly MilestoneFacts[], today: LocalDate): WorkItem[] {
  const { amountCents, allocatedCents } = contract;
  const since = halfOf(contract);
  const isBehind = amountCents !== null && BigInt(allocatedCents) * 100n < BigInt(amountCents) * BigInt(BEHIND_PERCENT);
  const wasTalked = wasHeld(milestones, 'MID_TERM_TALK', subjectOf(contract), midTermTalkFrom(contract));
  if (!isBehind || today < since || wasTalked) return [];
  const known = { since, dueOn: addDays(since, TALK_DAYS), cents: amountCents - allocatedCents };
  return [managerOf(contract), ...coordinatorOf(contract)].map((party) =>
    item('MID_TERM_BEHIND', contract, party, known),
  );
}

/** The term ends within a year, and not everything is filled. */
function endingItems(contract: RunningFacts, today: LocalDate): WorkItem[] {
  const { startsOn, endsOn, amountCents, allocatedCents } = contract;
  const begins = addMonths(endsOn, -END_MONTHS);
  const since = begins > startsOn ? begins : startsOn;
  if (amountCents === null || allocatedCents >= amountCents || today < since) return [];
  const cents = amountCents - allocatedCents;
  const known = { since, dueOn: endsOn, cents, paceCents: paceOf(cents, daysBetween(today, endsOn)) };
  return [supplierOf(contract), managerOf(contract), ...coordinatorOf(contract)].map((party) =>
    item('CONTRACT_ENDING', contract, party, known),
  );
}

/** What each month that is left has to bring, as in a forecast: what is left, over the days after today. */
function paceOf(cents: Cents, daysLeft: number): Cents | null {
  if (daysLeft <= 0) return null;
  return exact(divRound(BigInt(cents) * MONTH_DAYS.of, MONTH_DAYS.over * BigInt(daysLeft)));
}

/** The principal has to say soon whether the contract goes on, and with it the obligation. */
function extensionItems(contract: RunningFacts, milestones: readonly MilestoneFacts[], today: LocalDate): WorkItem[] {
  const open = contract.extensionDays
    .map((dueOn) => ({ dueOn, since: addMonths(dueOn, -EXTENSION_MONTHS) }))
    .filter(({ dueOn, since }) => since <= today && today <= dueOn)
    .filter(({ since }) => !wasHeld(milestones, 'EXTENSION', subjectOf(contract), since))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return open.slice(0, 1).map((known) => item('EXTENSION_TO_DECIDE', contract, managerOf(contract), known));
}

/** A contract whose term is over while the plan misses reports on it. */
export interface FinalReportFacts extends ContractInWork {
  /** The quarters of its plan of which nothing was reported, by their first days. */
  readonly unreported: readonly LocalDate[];
}

/** What was done in the last quarters of a term is needed for the assessment. */
export function finalReportItems(contract: FinalReportFacts, today: LocalDate): WorkItem[] {
  const { state, endsOn, unreported } = contract;
  const count = unreported.filter((quarter) => quarter <= endsOn).length;
  if (state !== 'OPEN' || today <= endsOn || count === 0) return [];
  const known = { since: addDays(endsOn, 1), dueOn: addMonths(endsOn, 1), count };
  return [item('FINAL_REPORT', contract, supplierOf(contract), known)];
}

const coordinatorOf = ({ inNetworkPlan, clientContacts: named }: RunningFacts): Party[] =>
  inNetworkPlan ? [ofNetwork('NETWORK_COORDINATOR', { named })] : [];

const subjectOf = ({ id, title }: ContractInWork) => ({ type: 'CONTRACT', id, name: title }) as const;

const item = (
  kind: WorkItemKind,
  contract: ContractInWork,
  party: Party,
  known: Partial<Pick<WorkItem, 'since' | 'dueOn' | 'cents' | 'paceCents' | 'count'>>,
): WorkItem => workItem(kind, subjectOf(contract), party, { ...told(contract), ...known });
