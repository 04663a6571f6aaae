import {
  REPORT_TRANSITIONS,
  checkedAlready,
  checkedByEditor,
  emptinessViolations,
  notChecked,
  reportEmpty,
  reportNotEmpty,
  reportViolations,
  submittedAlready,
  type ReportEvent,
  type ReportState,
} from './report';

/** Every pair of a state and an event; `null` is refused. */
const TABLE: [ReportState, ReportEvent, ReportState | null][] = [
  ['DRAFT', 'edit', 'DRAFT'],
  ['DRAFT', 'check', 'CHECKED'],
  ['DRAFT', 'submit', 'SUBMITTED'],
  ['CHECKED', 'edit', 'DRAFT'],
  ['CHECKED', 'check', null],
  ['CHECKED', 'submit', 'SUBMITTED'],
  ['SUBMITTED', 'edit', null],
  ['SUBMITTED', 'check', null],
  ['SUBMITTED', 'submit', null],
];

describe('the transitions of a report', () => {
  it('have no state or event that this table leaves out', () => {
    expect(Object.keys(REPORT_TRANSITIONS)).toEqual([...new Set(TABLE.map(([state]) => state))]);
    const events = Object.values(REPORT_TRANSITIONS).flatMap((transitions) => Object.keys(transitions));
    expect(new Set(events)).toEqual(new Set(TABLE.map(([, event]) => event)));
  });

  it.each(TABLE)('%s, %s: %s', (state, event, next) => {
    expect(REPORT_TRANSITIONS[state][event] ?? null).toBe(next);
    // By a colleague of the last editor, at a supplier for whom nobody else takes part: nothing else is in the way.
    const violations = reportViolations({ state, lastEditedBy: 'editor' }, event, 'colleague', 1);
    const refusal = state === 'SUBMITTED' ? submittedAlready() : checkedAlready();
    expect(violations).toEqual(next === null ? [refusal] : []);
  });
});

describe('reportViolations', () => {
  const draft = { state: 'DRAFT', lastEditedBy: 'editor' } as const;
  const checked = { state: 'CHECKED', lastEditedBy: 'editor' } as const;

  it('the last editor does not check', () => {
    expect(reportViolations(draft, 'check', 'editor', 2)).toEqual([checkedByEditor()]);
    expect(reportViolations(checked, 'check', 'editor', 2)).toEqual([checkedAlready(), checkedByEditor()]);
  });

  it.each([
    ['nobody takes part', 0, []],
    ['one takes part', 1, []],
    ['two take part', 2, [notChecked()]],
  ])('a draft is submitted unchecked where %s', (_, people, violations) => {
    expect(reportViolations(draft, 'submit', 'editor', people)).toEqual(violations);
  });

  it('what was checked is submitted by anybody, its editor too', () => {
    expect(reportViolations(checked, 'submit', 'editor', 5)).toEqual([]);
  });
});

describe('emptinessViolations', () => {
  it.each([
    [0, false, [reportEmpty()]],
    [0, true, []],
    [3, false, []],
    [3, true, [reportNotEmpty()]],
  ])('%d lines, nothing to report is %s', (lines, nothing, violations) => {
    expect(emptinessViolations(lines, nothing)).toEqual(violations);
  });
});
