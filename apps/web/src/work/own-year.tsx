import { api } from '../api/client';
import { decimal, shortEuros, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { LinkButton } from '../ui/buttons';
import { Loaded } from '../ui/feedback';
import { KeyFigure, KeyFigures } from '../ui/figures';
import { Section } from '../ui/page';
import { YearCourse } from '../pool/year-course';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: (year: number, supplier: boolean) =>
      supplier ? `Uw social return in ${year}` : `Social return van uw contracten in ${year}`,
    realised: 'Gerealiseerd dit jaar',
    realisedNote: (needed: string) => `van ${needed} naar looptijd`,
    outstanding: 'Nog te vervullen',
    outstandingNote: 'van alle lopende verplichtingen',
    imposed: 'Nieuw opgelegd dit jaar',
    jobs: 'Banen',
    jobsNote: 'van 25,5 uur per week',
    more: 'Bekijk de resultaten',
    contracts: 'Bekijk uw contracten',
  },
  en: {
    title: (year: number, supplier: boolean) =>
      supplier ? `Your social return in ${year}` : `Social return of your contracts in ${year}`,
    realised: 'Realised this year',
    realisedNote: (needed: string) => `of ${needed} by the terms`,
    outstanding: 'Still to be filled',
    outstandingNote: 'of all running obligations',
    imposed: 'Newly imposed this year',
    jobs: 'Jobs',
    jobsNote: 'of 25.5 hours a week',
    more: 'See the results',
    contracts: 'See your contracts',
  },
});

/** How the own contracts go this year: four figures and the course. */
export function OwnYear({ supplier }: { readonly supplier: boolean }) {
  const t = useWords(texts);
  const language = useLanguage();
  const now = today();
  const year = Number(now.slice(0, 4));
  const report = api.useQuery('get', '/impact-reports/{year}', { params: { path: { year } } });
  const course = api.useQuery('get', '/pool-courses/{year}', { params: { path: { year } } });
  return (
    <Section
      title={t.title(year, supplier)}
      actions={
        supplier ? (
          <LinkButton to="/contracten">{t.contracts}</LinkButton>
        ) : (
          <LinkButton to={`/resultaten/${year}`}>{t.more}</LinkButton>
        )
      }
    >
      <Loaded of={report} lines={3}>
        {(found) => (
          <KeyFigures>
            <KeyFigure
              label={t.realised}
              value={wholeEuros(language, found.realisedCents)}
              note={t.realisedNote(shortEuros(language, found.annualisedCents))}
            />
            <KeyFigure
              label={t.outstanding}
              value={wholeEuros(language, found.outstandingCents)}
              note={t.outstandingNote}
            />
            <KeyFigure label={t.imposed} value={wholeEuros(language, found.imposedCents)} />
            <KeyFigure label={t.jobs} value={decimal(language, found.jobs)} note={t.jobsNote} />
          </KeyFigures>
        )}
      </Loaded>
      <div className="columns">
        <Loaded of={course} lines={6}>
          {(found) => <YearCourse course={found} today={now} />}
        </Loaded>
      </div>
    </Section>
  );
}
