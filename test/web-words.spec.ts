import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecastReasonWords, forecastStepWords } from '../apps/web/src/words/forecast-words';
import { labels, type LabelKind } from '../apps/web/src/words/labels';
import { obligationStepWords, ruleWords } from '../apps/web/src/words/obligation-steps';
import { Params, type Text } from '../apps/web/src/words/params';
import { problemWords } from '../apps/web/src/words/problems';
import { valueStepWords } from '../apps/web/src/words/value-steps';
import { claimWarningWords, planLineWarningWords } from '../apps/web/src/words/warnings';
import { workWords } from '../apps/web/src/words/work';
import { definitions } from '../apps/web/src/words/definitions';
import { LANGUAGES } from '../apps/web/src/words/words';
import { codesIn, constantIn, filesBelow, textsLikeCodes, textsOfProperties } from './support/codes-in-source';

type Json = Record<string, unknown>;

const ROOT = join(__dirname, '..');
const DOCUMENT = JSON.parse(readFileSync(join(ROOT, 'apps/api/openapi.json'), 'utf8')) as Json;
const FILES = filesBelow('libs', 'apps/api', 'apps/web/src/api');

const SAID: Readonly<Record<string, Text>> = {
  ...problemWords.nl,
  ...claimWarningWords.nl,
  ...valueStepWords.nl,
  ...obligationStepWords.nl,
  ...ruleWords.nl,
  ...forecastReasonWords.nl,
  ...forecastStepWords.nl,
};

/** What is filled into a code that is a template. A template that is not here is found by the test. */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  '*.ref_taken': ['placement.ref_taken', 'claim.ref_taken'],
  'category.*_taken': ['category.code_taken', 'category.name_taken'],
  'value.*': ['value.block', 'value.bonus'],
  'database.*': ['database.full', 'database.busy', 'database.unavailable'],
};

/** What is filled into an action of the audit trail that is a template. */
const ACTIONS_FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  'plan.*': ['submitted', 'returned', 'approved', 'amended', 'ended'].map((done) => `plan.${done}`),
  'value-table.*': ['added', 'replaced', 'proposed', 'edited', 'approved', 'refused', 'withdrawn'].map(
    (done) => `value-table.${done}`,
  ),
};

/** Params of codes of which the source does not name all of them in one place. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'category.code_taken': ['code'],
  'category.name_taken': ['name'],
  'claim.limit_passed': ['limitCentihours', 'beforeCentihours'],
  'claim.limit_near': ['limitCentihours', 'beforeCentihours'],
  'claim.outside_earmark_term': ['number', 'from', 'to'],
  'forecast.committed': ['from', 'to', 'valueCents', 'remainingCents', 'allRemainingCents', 'cents'],
  'forecast.planned': ['from', 'to', 'valueCents', 'remainingCents', 'allRemainingCents', 'cents'],
  'obligation.share': ['rateBp', 'amountCents'],
  'obligation.capped': ['rateBp', 'capCents', 'amountCents'],
  'rule.low_labour': ['wageShareBp', 'lowLabourBelowBp', 'rateBp'],
  'value.block': ['block', 'annualValueCents', 'countedCentihours', 'fullTimeYearCentihours', 'valueCents'],
  'value.bonus': ['bonus', 'annualValueCents', 'countedCentihours', 'fullTimeYearCentihours', 'valueCents'],
  'value.job': ['block', 'employmentForm', 'jobCentihours'],
  'value.no_job_by_form': ['block', 'employmentForm', 'jobCentihours'],
  'value.no_job_by_block': ['block', 'employmentForm', 'jobCentihours'],
};

/** What a screen adds to the params that the source gives: the answer of a rule, the number of a fault of ours. */
const ADDED = (code: string): string[] =>
  code.startsWith('rule.') ? ['answer'] : code === 'internal' ? ['number'] : [];

const found = codesIn(FILES).flatMap(({ code, ...rest }) =>
  (code.includes('*') ? (FILLED_IN[code] ?? [code]) : [code]).map((one) => ({ code: one, ...rest })),
);

describe('the words of the web app for the codes of the API', () => {
  it('say every code that the source gives', () => {
    expect(found.length).toBeGreaterThan(200);
    const unsaid = found.filter(({ code }) => !Object.hasOwn(SAID, code));
    expect(unsaid.map(({ code, at }) => `${code} in ${at}`)).toEqual([]);
  });

  it('say no code that no longer exists', () => {
    const literals = new Set([...textsLikeCodes(FILES).keys(), ...found.map(({ code }) => code)]);
    expect(Object.keys(SAID).filter((code) => !literals.has(code))).toEqual([]);
  });

  it('leave no text of the source that looks like a code without a place', () => {
    const permissions = Object.keys(labels.nl.permission);
    const actions = Object.keys(labels.nl.auditAction);
    const known = new Set([...Object.keys(SAID), ...actions, ...permissions, ...EVENTS, ...JOBS, ...OTHER]);
    const templates = [...Object.keys(FILLED_IN), ...Object.keys(ACTIONS_FILLED_IN)];
    const strange = [...textsLikeCodes(FILES)].filter(([text]) => !known.has(text) && !templates.includes(text));
    expect(strange.filter(([, at]) => !at.includes('/persistence/')).map(([text, at]) => `${text} in ${at}`)).toEqual(
      [],
    );
  });

  it('use only params that the source gives with the code', () => {
    const wrong = Object.entries(SAID).flatMap(([code]) => {
      const given = found.filter((one) => one.code === code).flatMap(({ params }) => params ?? []);
      const all = new Set([...given, ...(PUT_TOGETHER[code] ?? []), ...ADDED(code)]);
      return LANGUAGES.flatMap((language) => paramsRead(textOf(language, code)))
        .filter((name) => !all.has(name))
        .map((name) => `${code}: ${name}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('know the params of every code that the source puts together elsewhere', () => {
    const apart = found.filter(({ params }) => params === null).map(({ code }) => code);
    const unknown = apart.filter((code) => paramsRead(SAID[code]).length > 0 && PUT_TOGETHER[code] === undefined);
    expect(unknown).toEqual([]);
  });

  it('name every action of the audit trail, and no other', () => {
    const written = new Set([...textsLikeCodes(FILES).keys()].flatMap((text) => ACTIONS_FILLED_IN[text] ?? [text]));
    const ofProperty = textsOfProperties(FILES, 'action').filter((action) => /^[a-z-]+\.[a-z-]+$/.test(action));
    const unnamed = ofProperty.filter((action) => !Object.hasOwn(labels.nl.auditAction, action));
    expect(unnamed).toEqual([]);
    expect(Object.keys(labels.nl.auditAction).filter((action) => !written.has(action))).toEqual([]);
  });
});

describe('the words of the web app for the enumerations of the API', () => {
  const enums = enumsOf(DOCUMENT, '');

  it.each(Object.entries(PLACES()))('%s', (kind, values) => {
    expect(Object.keys(labels.nl[kind as LabelKind]).sort()).toEqual([...new Set(values)].sort());
  });

  it('are there for each of them', () => {
    expect(Object.keys(PLACES()).sort()).toEqual(Object.keys(labels.nl).sort());
    const sets = [...Object.values(labels.nl), workWords.nl].map((set) => new Set(Object.keys(set)));
    const unsaid = enums.filter(({ values }) => !sets.some((set) => values.every((value) => set.has(value))));
    expect(unsaid.map(({ at, values }) => `${at}: ${values.join()}`).filter((line) => !NO_WORDS.test(line))).toEqual(
      [],
    );
  });

  it('are there for each kind of work and each warning of a plan line', () => {
    expect(Object.keys(workWords.nl).sort()).toEqual([...valuesAt(enums, 'WorkItemAnswer/kind')].sort());
    const warnings = constantIn('libs/plans/src/domain/plan-line.ts', 'LINE_WARNINGS');
    expect(Object.keys(planLineWarningWords.nl).sort()).toEqual([...warnings].sort());
  });

  it('define every figure and every stage that the API defines', () => {
    expect(Object.keys(definitions.nl.figure).sort()).toEqual(Object.keys(labels.nl.figure).sort());
    expect(Object.keys(definitions.nl.funnelStage)).toEqual(Object.keys(labels.nl.funnelStage));
  });
});

/** Where the values of each kind of label come from. */
function PLACES(): Record<LabelKind, readonly string[]> {
  const enums = enumsOf(DOCUMENT, '');
  const at = (...places: string[]) => places.flatMap((place) => valuesAt(enums, place));
  return {
    role: at('RoleAnswer/role'),
    organisationKind: at('DemoAccount/organisationKind'),
    principalKind: at('PrincipalAnswer/kind'),
    realisedBy: at('RealisingPartyFields/by'),
    side: constantIn('libs/monitoring/src/domain/work-item.ts', 'SIDES'),
    language: at('PersonAnswer/language'),
    permission: permissionsOf(DOCUMENT),
    contractState: at('ContractAnswer/state'),
    obligationKind: at('ObligationAnswer/kind'),
    basis: at('ObligationAnswer/basis'),
    goalUnit: at('ObligationAnswer/goalUnit'),
    regime: at('ContractAnswer/regime'),
    purchaseKind: constantIn('libs/contracts/src/domain/threshold-rule.ts', 'KIND'),
    ruleAnswer: at('RuleReason/answer'),
    exemptionReason: at('ExemptionAnswer/reason'),
    exemptionState: at('ExemptionAnswer/state'),
    exemptionOrigin: at('ExemptionAnswer/origin'),
    settlementState: at('SettlementAnswer/state'),
    settlementOutcome: at('SettlementAnswer/outcome'),
    contractSort: constantIn('libs/contracts/src/persistence/contract-list.store.ts', 'CONTRACT_SORTS'),
    statementReason: at('StatementLineAnswer/reason'),
    planState: at('PlanAnswer/state'),
    planKind: at('PlanAnswer/kind'),
    planEvent: constantIn('libs/plans/src/plan-changes.service.ts', 'PAST'),
    proposalState: at('PlanProposalAnswer/state'),
    employmentForm: at('PlacementAnswer/employmentForm'),
    registerIndicated: at('PlacementAnswer/registerIndicated'),
    reportState: at('ReportAnswer/state'),
    claimStatus: at('ClaimAnswer/status'),
    claimKind: at('ClaimAnswer/kind'),
    verdict: at('DecisionBody/verdict'),
    evidenceVerdict: at('EvidenceAnswer/verdict'),
    evidenceType: evidenceTypes(),
    valueTableState: at('ValueTableAnswer/state'),
    figure: textsOfProperties(filesBelow('libs/impact'), 'figure'),
    funnelStage: at('FunnelStepAnswer/stage'),
    signal: at('SignalItemAnswer/signal'),
    signalsOf: constantIn('libs/impact/src/forecast.service.ts', 'SIGNALS_OF'),
    breakdownBy: at('BreakdownPageAnswer/by'),
    reach: at('ImpactReportAnswer/reach'),
    rankingOrder: at('SupplierRankingAnswer/order'),
    order: ['OLDEST_FIRST', 'NEWEST_FIRST'],
    mailState: at('ReminderMail/state'),
    reminderAnchor: at('StepAnswer/anchor'),
    audience: constantIn('libs/monitoring/src/domain/moment.ts', 'AUDIENCES'),
    deviationKind: at('SilentChange/kind', 'LaterChange/kind'),
    milestoneKind: at('MilestoneAnswer/kind'),
    milestoneSubject: at('MilestoneAnswer/subjectType'),
    signalSubject: at('SignalChangeAnswer/subjectType'),
    auditSubject: at('AuditLineAnswer/subject'),
    auditAction: Object.keys(labels.nl.auditAction),
  };
}

/** Events that other parts of the product hear of; no answer of the API has them. */
const EVENTS = [
  ...textsOfProperties(FILES, 'type', 'event'),
  ...['identity', 'valuation', 'contracts', 'plans', 'placements', 'allocation', 'monitoring'].flatMap((library) =>
    constantIn(`libs/${library}/src/${library}.events.ts`, `${library.toUpperCase()}_EVENTS`),
  ),
];
/** Jobs that the product does by itself: operators read their names as they are. */
const JOBS = ['monitoring.sweep', 'monitoring.send-digest', 'monitoring.refresh-signals', 'platform.start-daily-jobs'];
/** Texts that look like a code and are none. */
const OTHER: readonly string[] = ['contracts.*', 'exemption.reason', 'uwv.nl', 'afspraken.ics'];
/** Enumerations that no reader meets as a value: the direction of a sort, health, and what work is on. */
const NO_WORDS = /: (asc,desc|ok|CONTRACT,EXEMPTION,PLAN,REPORT,PLACEMENT,CLAIM,VALUE_TABLE,NETWORK)$/;

interface Enumeration {
  readonly at: string;
  readonly values: readonly string[];
}

function enumsOf(value: unknown, at: string): Enumeration[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json).enum;
  const values = Array.isArray(own) ? own.filter((one): one is string => typeof one === 'string') : [];
  const inner = Object.entries(value).flatMap(([name, part]) => enumsOf(part, `${at}/${name}`));
  return values.length > 0 ? [{ at, values }, ...inner] : inner;
}

function valuesAt(enums: readonly Enumeration[], place: string): readonly string[] {
  const [schema = '', property = ''] = place.split('/');
  const end = `/components/schemas/${schema}/properties/${property}`;
  return enums.find(({ at }) => at === end)?.values ?? [];
}

function permissionsOf(document: Json): string[] {
  const paths = Object.values(document.paths as Record<string, Record<string, Json>>);
  const asked = paths.flatMap((path) => Object.values(path).map((operation) => operation['x-permission']));
  return asked.filter((one): one is string => typeof one === 'string' && one.includes('.'));
}

function evidenceTypes(): string[] {
  const file = 'libs/placements/src/persistence/migrations/1767226100000-placement.ts';
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/\('([A-Z_]+)', '[^']+', '\{[A-Z,]+\}'/g)].map(([, code = '']) => code);
}

function textOf(language: 'nl' | 'en', code: string): Text | undefined {
  const all: Readonly<Record<string, Text>> = {
    ...problemWords[language],
    ...claimWarningWords[language],
    ...valueStepWords[language],
    ...obligationStepWords[language],
    ...ruleWords[language],
    ...forecastReasonWords[language],
    ...forecastStepWords[language],
  };
  return all[code];
}

/** Params that write down which of them a text asks for, whichever way it goes. */
class Recorder extends Params {
  readonly read = new Set<string>();

  constructor(
    private readonly isThere: boolean,
    field: string,
  ) {
    super('nl', {}, {}, field);
  }

  override has(name: string): boolean {
    this.read.add(name);
    return this.isThere;
  }

  override is(name: string): boolean {
    this.read.add(name);
    return this.isThere;
  }

  protected override value(name: string): string | number | null {
    this.read.add(name);
    return null;
  }
}

function paramsRead(text: Text | undefined): string[] {
  if (typeof text !== 'function') return [];
  return [true, false].flatMap((isThere) =>
    ['', 'name', 'amountCents', 'centihours', 'rateBp'].flatMap((field) => {
      const recorder = new Recorder(isThere, field);
      text(recorder);
      return [...recorder.read];
    }),
  );
}
