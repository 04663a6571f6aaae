import { api } from '../api/client';
import { day, moment, whole } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Badge, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { operationsWords } from './operations-words';

const STATES = ['UNCERTAIN', 'REFUSED', 'BOUNCED', 'FAILED'] as const;

/** Mails that did not arrive, or may not have, with what the mail server said. */
export function TroubledMails() {
  const t = useWords(operationsWords);
  const language = useLanguage();
  const [filters, change] = useAddressFilters(['stand']);
  const state = STATES.find((one) => one === filters.stand);
  const query = { limit: 50, state };
  const mails = api.useInfiniteQuery('get', '/mails', { params: { query } }, byKey);
  const { mailState } = labels[language];
  return (
    <Section title={t.mails} intro={<p>{t.mailsIntro}</p>}>
      <Filters>
        <Filter
          label={t.state}
          value={state ?? ''}
          all={t.allStates}
          options={STATES.map((value) => ({ value, label: mailState[value] }))}
          onChange={(value) => change({ stand: value })}
        />
      </Filters>
      <Paged
        of={mails}
        lines={5}
        empty={
          <Empty title={t.noMails}>
            <p>{t.noMailsWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.mails}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            narrow="stacked"
            columns={[
              { key: 'person', head: t.person, names: true, cell: ({ personName }) => personName },
              { key: 'day', head: t.day, cell: (mail) => day(language, mail.day) },
              {
                key: 'state',
                head: t.state,
                cell: (mail) => (
                  <Badge tone={mail.state === 'UNCERTAIN' ? 'notice' : 'bad'}>{mailState[mail.state]}</Badge>
                ),
              },
              {
                key: 'reason',
                head: t.reason,
                cell: ({ reason }) => <span className="breakable">{reason ?? '–'}</span>,
              },
              { key: 'attempts', head: t.attempts, number: true, cell: ({ attempts }) => whole(language, attempts) },
              {
                key: 'sent',
                head: t.sent,
                cell: ({ sentAt }) => (sentAt === null ? t.never : moment(language, sentAt)),
              },
            ]}
          />
        )}
      </Paged>
    </Section>
  );
}
