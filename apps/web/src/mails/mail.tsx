import '../style/mails.css';
import { useEffect, useMemo } from 'react';
import { useParams } from 'react-router';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useAddressFilters } from '../ui/address';
import { Filter, Filters } from '../ui/filters';
import { Facts } from '../ui/figures';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { MailFrame } from './mail-frame';
import { mailWords } from './mail-words';

/** One mail as it looks, with its calendar to keep. */
export function MailPage() {
  const { number = '' } = useParams();
  const mail = api.useQuery('get', '/demo-mails/{number}', { params: { path: { number } } });
  return <LoadedPage of={mail}>{(found) => <Mail mail={found} />}</LoadedPage>;
}

function Mail({ mail }: { readonly mail: Answer<'DemoMailAnswer'> }) {
  const t = useWords(mailWords);
  const language = useLanguage();
  const [{ vorm }, change] = useAddressFilters(['vorm']);
  const asText = vorm === 'tekst';
  return (
    <Page title={mail.subject} path={[{ to: '/post', label: t.title }]}>
      <Facts
        items={[
          { name: t.to, value: mail.toName },
          { name: t.on, value: day(language, mail.day) },
          ...(mail.calendar === null
            ? []
            : [
                {
                  name: t.calendarName,
                  value: <CalendarFile calendar={mail.calendar} label={t.calendar} name={t.file} />,
                },
              ]),
        ]}
      />
      <Filters label={t.shown}>
        <Filter
          label={t.shown}
          value={asText ? 'tekst' : ''}
          all={t.asHtml}
          options={[{ value: 'tekst', label: t.asText }]}
          onChange={(value) => change({ vorm: value })}
        />
      </Filters>
      {asText ? (
        <pre className="mail-text">{mail.text}</pre>
      ) : (
        <MailFrame title={t.frame(mail.subject)} html={mail.html} />
      )}
    </Page>
  );
}

function CalendarFile({
  calendar,
  label,
  name,
}: {
  readonly calendar: string;
  readonly label: string;
  readonly name: string;
}) {
  const address = useMemo(() => URL.createObjectURL(new Blob([calendar], { type: 'text/calendar' })), [calendar]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <a className="utrecht-link utrecht-link--html-a" href={address} download={name}>
      {label}
    </a>
  );
}
