export { EVERYTHING, NOTHING, THE_PRODUCT, type Actor, type RepeatableRequest, type Scope, type Scoped } from './actor';
export { AppError, InvariantBroken, collect, orThrow, refuseIf, type ErrorCategory } from './app-error';
export { EMPLOYMENT_FORMS, type EmploymentForm } from './employment-form';
export { EXTENSION_MAX_DAYS, extensionReasonMissing, extensionViolations, notLater, tooFar } from './extension';
export { addDays, addMonths, daysBetween, isLocalDate, quarterStart, yearOf, type LocalDate } from './local-date';
export {
  COMPUTED_MAX,
  ENTERED_MAX,
  divFloor,
  divRound,
  exact,
  floorFraction,
  sum,
  timesFraction,
  type BasisPoints,
  type Cents,
  type Centihours,
} from './money';
export { calendarYear, contains, daysIn, daysInYear, isInOneQuarter, overlaps, type Period } from './period';
export { holdsPersonNumber } from './person-number';
export { accepted, refused, type Decision, type Violation } from './violation';
