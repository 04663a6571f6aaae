import '../style/pool.css';
import { api } from '../api/client';
import { day, percentOfBp, shortEuros, whole, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Link, LinkButton } from '../ui/buttons';
import { Loaded } from '../ui/feedback';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { PoolFunnel } from './pool-funnel';
import { Standings } from './standings';
import { YearCourse } from './year-course';

const texts = words({
  nl: {
    covered: (year: number) => `van de € 130 miljoen social return is in ${year} vastgelegd`,
    coveredWhy: (registered: string, realised: string) =>
      `Dat is ${registered}. Daarvan en van eerdere jaren is dit jaar ${realised} gerealiseerd.`,
    furthest: 'Het verst achter',
    furthestWhy: (behind: string, silence: string) => `Loopt ${behind} achter op schema${silence}.`,
    silent: (days: string) => ` en liet ${days} dagen niets horen`,
    nobody: 'Niemand loopt achter',
    funnel: 'De pool van € 130 miljoen',
    course: 'Verloop van het jaar',
    ranking: 'Leveranciers die het verst achterlopen',
    all: 'Alle leveranciers',
    definitions: 'Wat betekenen deze cijfers?',
    onDay: (text: string) => `Stand op ${text}`,
  },
  en: {
    covered: (year: number) => `of the EUR 130 million of social return is registered for ${year}`,
    coveredWhy: (registered: string, realised: string) =>
      `That is ${registered}. Of this and of earlier years ${realised} was realised this year.`,
    furthest: 'Furthest behind',
    furthestWhy: (behind: string, silence: string) => `Is ${behind} behind schedule${silence}.`,
    silent: (days: string) => ` and has been silent for ${days} days`,
    nobody: 'Nobody is behind',
    funnel: 'The pool of EUR 130 million',
    course: 'Course of the year',
    ranking: 'Suppliers that are furthest behind',
    all: 'All suppliers',
    definitions: 'What do these figures mean?',
    onDay: (text: string) => `As on ${text}`,
  },
});

/** From how many days on a supplier's silence is worth saying in a headline. */
const SILENT_DAYS = 30;

/** How the whole pool goes, to be read in ten seconds: how much of it is covered, and who is furthest behind. */
export function PoolOverview() {
  const t = useWords(texts);
  const language = useLanguage();
  const now = today();
  const year = Number(now.slice(0, 4));
  const pool = api.useQuery('get', '/pool', { params: { query: { year } } });
  const course = api.useQuery('get', '/pool-courses/{year}', { params: { path: { year } } });
  const ranking = api.useQuery('get', '/supplier-rankings', { params: { query: { order: 'BEHIND', limit: 10 } } });
  const furthest = ranking.data?.items.find(({ behindCents }) => behindCents > 0);
  return (
    <>
      <div className="columns columns-wide-first">
        <Loaded of={pool} lines={3}>
          {({ steps }) => {
            const step = (stage: string) => steps.find((found) => found.stage === stage);
            return (
              <div className="headline">
                <p>
                  <span className="headline-figure">{percentOfBp(language, step('REGISTERED')?.ofReferenceBp)}</span>
                </p>
                <p>{t.covered(year)}</p>
                <p>
                  {t.coveredWhy(
                    shortEuros(language, step('REGISTERED')?.cents),
                    shortEuros(language, step('REALISED')?.cents),
                  )}
                </p>
              </div>
            );
          }}
        </Loaded>
        <Loaded of={ranking} lines={3}>
          {() =>
            furthest ? (
              <div className="headline headline-furthest">
                <p>{t.furthest}</p>
                <p>
                  <Link className="headline-figure" to={`/leveranciers/${furthest.supplierGroupId}`}>
                    {furthest.name}
                  </Link>
                </p>
                <p>
                  {t.furthestWhy(
                    wholeEuros(language, furthest.behindCents),
                    (furthest.daysOfSilence ?? 0) >= SILENT_DAYS
                      ? t.silent(whole(language, furthest.daysOfSilence))
                      : '',
                  )}
                </p>
              </div>
            ) : (
              <div className="headline">
                <p>{t.nobody}</p>
              </div>
            )
          }
        </Loaded>
      </div>
      <div className="columns">
        <Section title={t.funnel} intro={<p>{t.onDay(day(language, now))}</p>} framed>
          <Loaded of={pool} lines={8}>
            {({ steps }) => <PoolFunnel year={year} steps={steps} />}
          </Loaded>
          <Link to={`/resultaten/${year}`}>{t.definitions}</Link>
        </Section>
        <Section title={t.course} framed>
          <Loaded of={course} lines={8}>
            {(found) => <YearCourse course={found} today={now} />}
          </Loaded>
        </Section>
      </div>
      <Section title={t.ranking} actions={<LinkButton to="/leveranciers">{t.all}</LinkButton>}>
        <Loaded of={ranking} lines={10}>
          {({ items }) => <Standings items={items.slice(0, 5)} />}
        </Loaded>
      </Section>
    </>
  );
}
