import '../style/monitoring.css';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { LinkButton } from '../ui/buttons';
import { Empty, Loaded } from '../ui/feedback';
import { Page, Section } from '../ui/page';
import { Table } from '../ui/table';
import { Deviations } from './deviations';
import { momentWords, nameOfMoment } from './moment-words';
import { MonitoringTabs } from './monitoring-tabs';
import { toWhom, whenOf } from './step-words';

type Moment = Answer<'ReminderMomentAnswer'>;

/** Which mails there are, when and to whom, and where that is different for a while. */
export function Moments() {
  const t = useWords(momentWords);
  const { can } = useSession();
  const moments = api.useQuery('get', '/reminder-moments');
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={can('deviations.make') && <LinkButton to="/herinneringen/nieuw">{t.make}</LinkButton>}
    >
      <MonitoringTabs />
      <Loaded of={moments} lines={10}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Empty title={t.none}>
                <p>{t.noneWhy}</p>
              </Empty>
            ) : (
              <MomentTable moments={items} />
            )}
            {can('plans.read') && (
              <Section title={t.deviations} intro={<p>{t.deviationsIntro}</p>}>
                <Deviations moments={items} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MomentTable({ moments }: { readonly moments: readonly Moment[] }) {
  const t = useWords(momentWords);
  const language = useLanguage();
  return (
    <Table
      caption={t.caption}
      captionHidden
      rows={moments}
      rowKey={({ code, from }) => code + from}
      narrow="stacked"
      columns={[
        {
          key: 'what',
          head: t.what,
          names: true,
          cell: (moment) => (
            <>
              {nameOfMoment(language, moment)}
              {moment.from > today() && <span className="cell-note">{t.validFrom(day(language, moment.from))}</span>}
              {moment.until && <span className="cell-note">{t.validUntil(day(language, moment.until))}</span>}
            </>
          ),
        },
        {
          key: 'steps',
          head: t.steps,
          cell: (moment) => (
            <>
              <ul className="moment-steps">
                {moment.steps.map((step) => (
                  <li key={step.code}>
                    {whenOf(language, step)}: {toWhom(language, step)}
                  </li>
                ))}
              </ul>
              <details>
                <summary aria-label={t.sourceOf(nameOfMoment(language, moment))}>{t.source}</summary>
                {/* As whoever keeps the moments wrote it down. */}
                <p lang="nl">{moment.source}</p>
              </details>
            </>
          ),
        },
      ]}
    />
  );
}
