import '../style/results.css';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day, decimal, percentOf, percentOfBp, wholeEuros } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { today } from '../today';
import { useAddressFilters } from '../ui/address';
import { Button } from '../ui/buttons';
import { Alert, Loaded } from '../ui/feedback';
import { Facts, KeyFigure, KeyFigures } from '../ui/figures';
import { Filter, Filters } from '../ui/filters';
import { Page, Section } from '../ui/page';
import { definitions } from '../words/definitions';
import { labels } from '../words/labels';
import { BreakdownSection } from './breakdown';
import { resultsWords } from './results-words';

/** Reports go back to the first year of which the register knows obligations. */
const FIRST_YEAR = 2020;

/** What a year yielded, by the year in the address. */
export function YearReport() {
  const { year = '' } = useParams();
  return /^\d{4}$/.test(year) ? <ReportOfYear year={Number(year)} /> : <MissingPage />;
}

/** The figures of a year with their meaning beside them, and what they are made of. */
function ReportOfYear({ year }: { readonly year: number }) {
  const t = useWords(resultsWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const now = today();
  const thisYear = Number(now.slice(0, 4));
  const [filters] = useAddressFilters(['knownOn']);
  const knownOn = filters.knownOn && readDay(filters.knownOn) ? filters.knownOn : undefined;
  const report = api.useQuery('get', '/impact-reports/{year}', { params: { path: { year }, query: { knownOn } } });
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => String(thisYear - back));
  return (
    <Page
      title={t.title(year)}
      intro={<p>{t.intro}</p>}
      actions={<Button onClick={() => window.print()}>{t.print}</Button>}
    >
      <Filters>
        <Filter
          label={t.years}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(chosen) => void navigate({ pathname: `/resultaten/${chosen}`, search: window.location.search })}
        />
        <KnownOn />
      </Filters>
      <p className="soft results-known">{t.knownNow(day(language, knownOn ?? now))}</p>
      <Loaded of={report} lines={10}>
        {(found) => <YearFigures report={found} />}
      </Loaded>
      <BreakdownSection year={year} knownOn={knownOn} />
      <Alert>
        <p>{t.fewNote}</p>
        <p>{t.roundedNote}</p>
        <p>{definitions[language].note.fictive}</p>
      </Alert>
    </Page>
  );
}

/** The day of which the knowledge is asked; it applies as soon as it is a date. */
function KnownOn() {
  const t = useWords(resultsWords);
  const [filters, change] = useAddressFilters(['knownOn']);
  const [typed, setTyped] = useState(typedDay(filters.knownOn));
  const wrong = typed.trim() !== '' && readDay(typed) === null;
  return (
    <div className="field">
      <label className="utrecht-form-label field-label" htmlFor="known-on">
        {t.knownOn}
      </label>
      <div className="field-hint" id="known-on-hint">
        {t.knownOnHint}
      </div>
      {wrong && typed.length >= 8 && (
        <div className="utrecht-form-field-error-message field-fault" id="known-on-fault">
          {t.knownOnWrong}
        </div>
      )}
      <input
        id="known-on"
        className="utrecht-textbox utrecht-textbox--html-input box-short"
        autoComplete="off"
        aria-describedby={wrong ? 'known-on-hint known-on-fault' : 'known-on-hint'}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          const read = readDay(target.value);
          if (read || target.value.trim() === '') change({ knownOn: read ?? '' }, { typing: true });
        }}
      />
    </div>
  );
}

type FigureName = keyof (typeof definitions)['nl']['figure'];

function YearFigures({ report }: { readonly report: Answer<'ImpactReportAnswer'> }) {
  const t = useWords(resultsWords);
  const language = useLanguage();
  const names = labels[language].figure;
  const jobs = (text: string | null) => (text === '< 5' ? t.few : decimal(language, text));
  const part = percentOf(language, report.realisedCents, report.annualisedCents);
  const figures: readonly { readonly name: FigureName; readonly value: string; readonly note?: string | null }[] = [
    {
      name: 'imposedCents',
      value: wholeEuros(language, report.imposedCents),
      note: report.reach === 'WHOLE_POOL' ? t.ofReference(percentOfBp(language, report.coverageBp)) : null,
    },
    { name: 'annualisedCents', value: wholeEuros(language, report.annualisedCents) },
    { name: 'realisedCents', value: wholeEuros(language, report.realisedCents), note: part && t.ofAnnualised(part) },
    { name: 'outstandingCents', value: wholeEuros(language, report.outstandingCents) },
    ...(report.surplusCents === null
      ? []
      : [{ name: 'surplusCents' as const, value: wholeEuros(language, report.surplusCents) }]),
    { name: 'jobs', value: jobs(report.jobs) },
  ];
  return (
    <Section title={t.figures} intro={<p>{labels[language].reach[report.reach]}.</p>}>
      <KeyFigures>
        {figures.map(({ name, value, note }) => (
          <KeyFigure
            key={name}
            label={names[name]}
            value={value}
            note={
              <>
                {note}
                <details className="means">
                  <summary>
                    {t.means}
                    <span className="visually-hidden"> {names[name]}</span>
                  </summary>
                  {definitions[language].figure[name]}
                </details>
              </>
            }
          />
        ))}
      </KeyFigures>
      <details>
        <summary>{t.jobsOf}</summary>
        <Facts
          items={[
            { name: t.registerIndicated, value: jobs(report.jobsRegisterIndicated) },
            { name: t.formal, value: jobs(report.jobsFormal) },
            { name: t.hiredIn, value: jobs(report.jobsHiredIn) },
            { name: t.surplusJobs, value: jobs(report.surplusJobs) },
            { name: t.formFree, value: jobs(report.formFreeJobs) },
          ]}
        />
      </details>
    </Section>
  );
}
