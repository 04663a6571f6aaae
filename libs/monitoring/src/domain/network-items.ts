import { addDays, addMonths, yearOf, type LocalDate } from '@sr/kernel';
import { THE_NETWORK, figuresOf, wasHeld, type MilestoneFacts } from './milestone';
import { ofNetwork, workItem, type WorkItem } from './work-item';

const AROUND = { supplierGroupId: null, principalCodes: [], network: true };
/** The last day of April: the annual report that the figures are for comes out in May. */
const LAST_DAY = '04-30';
/** The pilot is evaluated a year after it began; asked for from a month before, and no longer than two years after. */
const EVALUATION = { fromMonths: 11, dueMonths: 12, untilMonths: 24 };

/** What the network has to do by itself: the figures of the year that is over, and the evaluation of the pilot. */
export function networkItems(
  { since, milestones }: { readonly since: LocalDate | null; readonly milestones: readonly MilestoneFacts[] },
  today: LocalDate,
): WorkItem[] {
  return [...yearFigures(milestones, today), ...evaluation(since, milestones, today)];
}

/** The first day on which the figures of a year can be delivered: it is over. */
export const figuresFrom = (year: number): LocalDate => `${year + 1}-01-01`;

/** The first day on which an evaluation is one of the pilot, of a network with this first day. */
export const evaluationFrom = (first: LocalDate): LocalDate => addMonths(first, EVALUATION.fromMonths);

/** The year of which figures are asked on a day: the one before. */
export const yearOfFigures = (today: LocalDate): number => yearOf(today) - 1;

function yearFigures(milestones: readonly MilestoneFacts[], today: LocalDate): WorkItem[] {
  const subject = figuresOf(yearOfFigures(today));
  const year = yearOf(today);
  const since = figuresFrom(yearOfFigures(today));
  if (today > `${year}-${LAST_DAY}` || wasHeld(milestones, 'YEAR_FIGURES', subject, since)) return [];
  const known = { since, dueOn: addDays(`${year}-03-01`, -1), around: AROUND };
  return [workItem('YEAR_FIGURES', { ...subject, name: subject.id }, ofNetwork('NETWORK_COORDINATOR'), known)];
}

/** @param first the first day of the network */
function evaluation(first: LocalDate | null, milestones: readonly MilestoneFacts[], today: LocalDate): WorkItem[] {
  if (first === null) return [];
  const [since, dueOn] = [evaluationFrom(first), addMonths(first, EVALUATION.dueMonths)];
  if (wasHeld(milestones, 'EVALUATION', THE_NETWORK, since)) return [];
  if (today < since || today > addMonths(first, EVALUATION.untilMonths)) return [];
  const subject = { ...THE_NETWORK, name: null };
  return [workItem('PILOT_TO_EVALUATE', subject, ofNetwork('NETWORK_COORDINATOR'), { since, dueOn, around: AROUND })];
}
