import { api, isProblem } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Link } from '../ui/buttons';
import { Empty, Loaded } from '../ui/feedback';
import { Page } from '../ui/page';
import { Table } from '../ui/table';
import { mailWords } from './mail-words';

/** The mails to the reader, as the mailbox of the example caught them. */
export function Mailbox() {
  const t = useWords(mailWords);
  const language = useLanguage();
  const mails = api.useQuery('get', '/demo-mails');
  if (isProblem(mails.error) && mails.error.status === 404)
    return (
      <Page title={t.absent} intro={<p>{t.absentWhy}</p>}>
        <Link to="/berichten">{t.toMine}</Link>
      </Page>
    );
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Loaded of={mails}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.none}>
              <p>{t.noneWhy}</p>
              <p>
                <Link to="/berichten">{t.toMine}</Link>
              </p>
            </Empty>
          ) : (
            <Table
              caption={t.caption}
              captionHidden
              rows={items}
              rowKey={({ number }) => String(number)}
              columns={[
                {
                  key: 'subject',
                  head: t.subject,
                  names: true,
                  cell: ({ number, subject }) => <Link to={`/post/${number}`}>{subject}</Link>,
                },
                { key: 'day', head: t.day, cell: (mail) => day(language, mail.day) },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
