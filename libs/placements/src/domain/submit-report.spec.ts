import { BY_THE_SUPPLIER } from './on-behalf';
import { claimInFuture, claimOverlaps } from './placement';
import { notChecked, reportEmpty, reportNotEmpty, submittedAlready, type Report } from './report';
import { NO_LINES, monthRepeated, outsideQuarter, type ReportLines } from './report-lines';
import { faultsOf, submitReport, type Submission, type SubmissionContext } from './submit-report';

const LINES: ReportLines = {
  ...NO_LINES,
  placements: [{ placementId: 'pl', earmark: null, months: [{ month: '2024-04', paidCentihours: 11_050 }] }],
};
const REPORT: Report = {
  id: 'r',
  number: 1,
  planId: 'p',
  supplierKvkNumber: '68750110',
  quarter: '2024-04-01',
  sequence: 1,
  state: 'CHECKED',
  dueOn: '2024-07-30',
  lines: LINES,
  nothingToReport: false,
  version: 2,
  lastEditedBy: 'editor',
  lastEditedAt: new Date(0),
  checkedBy: 'colleague',
  checkedAt: new Date(0),
  submittedBy: null,
  submittedAt: null,
  submittedOn: null,
  ...BY_THE_SUPPLIER,
};
const BY: Submission = { actorId: 'editor', activePeople: 2, nothingToReport: false };
const CONTEXT: SubmissionContext = {
  quarter: '2024-04-01',
  placements: new Map([['pl', { block: 'PW', startsOn: '2024-01-01', endsOn: null, realised: null }]]),
  table: { blocks: [], bonuses: [] },
  evidenceTypes: [],
  today: '2024-07-10',
  taken: new Map(),
};
const OVERLAP = { ...claimOverlaps(), field: '/placements/0/months' };

describe('submitReport', () => {
  it('gives the claims of the lines', () => {
    expect(submitReport(REPORT, BY, CONTEXT)).toMatchObject({
      ok: true,
      value: [{ at: '/placements/0', centihours: 11_050 }],
    });
  });

  it('gives no claims when there is nothing to report', () => {
    const nothing = { ...BY, nothingToReport: true };
    expect(submitReport({ ...REPORT, lines: NO_LINES }, nothing, CONTEXT)).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Partial<Report>, Partial<Submission>, Partial<SubmissionContext>, object[]]>([
    ['submitted already', { state: 'SUBMITTED' }, {}, {}, [submittedAlready()]],
    ['not checked', { state: 'DRAFT' }, {}, {}, [notChecked()]],
    ['no lines', { lines: NO_LINES }, {}, {}, [reportEmpty()]],
    ['nothing, with lines', {}, { nothingToReport: true }, {}, [reportNotEmpty()]],
    [
      'days that are claimed already',
      {},
      {},
      { taken: new Map([['pl', [{ from: '2024-01-01', to: '2024-04-01' }]]]) },
      [OVERLAP],
    ],
    [
      'days of another placement that are claimed already',
      {},
      {},
      { taken: new Map([['other', [{ from: '2024-01-01', to: '2024-12-31' }]]]) },
      [],
    ],
    [
      'a month that is not over',
      {},
      {},
      { today: '2024-04-29' },
      [claimInFuture('/placements/0/months', '2024-04-29')],
    ],
    ['a month that ends today', {}, {}, { today: '2024-04-30' }, []],
    [
      'everything at once',
      {
        state: 'DRAFT',
        lines: {
          ...NO_LINES,
          placements: [
            {
              placementId: 'pl',
              earmark: null,
              months: [
                { month: '2024-04', paidCentihours: 1 },
                { month: '2024-04', paidCentihours: 1 },
                { month: '2024-07', paidCentihours: 1 },
              ],
            },
          ],
        },
      },
      { nothingToReport: true },
      { taken: new Map([['pl', [{ from: '2024-04-01', to: '2024-04-30' }]]]) },
      [
        notChecked(),
        reportNotEmpty(),
        monthRepeated('/placements/0/months/1/month', '2024-04'),
        outsideQuarter('/placements/0/months/2/month'),
        claimInFuture('/placements/0/months', '2024-07-10'),
        OVERLAP,
      ],
    ],
  ])('%s', (_, report, by, context, violations) => {
    const answer = submitReport({ ...REPORT, ...report }, { ...BY, ...by }, { ...CONTEXT, ...context });
    expect(answer.ok ? [] : answer.violations).toEqual(violations);
  });
});

describe('faultsOf', () => {
  it('tells of a purchase and of an activity where they end', () => {
    const evidence = { earmark: null, description: null, evidence: [] };
    const seller = { kvkNumber: '68750110', name: 'Werkplaats' };
    const lines: ReportLines = {
      placements: [],
      purchases: [{ block: 'SW', from: '2024-04-01', to: '2024-05-01', invoiceCents: 1, seller, ...evidence }],
      activities: [
        {
          block: 'DAY',
          day: '2024-05-02',
          centihours: 1,
          realised: { by: 'OWN', kvkNumber: null, name: null },
          ...evidence,
        },
      ],
    };
    const table = {
      blocks: [
        { code: 'SW', kind: 'PURCHASE' },
        { code: 'DAY', kind: 'ACTIVITY' },
      ],
      bonuses: [],
    } as const;
    expect(faultsOf({ lines }, { ...CONTEXT, table, today: '2024-04-30' })).toEqual([
      claimInFuture('/purchases/0/to', '2024-04-30'),
      claimInFuture('/activities/0/day', '2024-04-30'),
    ]);
  });
});
