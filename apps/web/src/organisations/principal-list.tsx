import { api } from '../api/client';
import { nowFirst } from '../dated';
import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Link } from '../ui/buttons';
import { Loaded } from '../ui/feedback';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { MembershipBadge } from './membership';
import { organisationWords } from './organisation-words';

/** Ministries and other principals, those of today on top, each with its membership of the network. */
export function PrincipalList() {
  const t = useWords(organisationWords);
  const language = useLanguage();
  const principals = api.useQuery('get', '/principals');
  return (
    <Loaded of={principals}>
      {({ items }) => (
        <Table
          caption={t.principals}
          captionHidden
          narrow="stacked"
          rows={nowFirst(items, today(), ({ existsFrom, existsTo }) => ({ from: existsFrom, to: existsTo }))}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              head: t.name,
              names: true,
              cell: ({ code, name, existsTo, successors }) => (
                <>
                  <Link to={`/organisaties/opdrachtgevers/${code}`}>{name}</Link>
                  <span className="cell-note">{code}</span>
                  {existsTo && <span className="cell-note">{t.ended(shortDay(language, existsTo))}</span>}
                  {successors.length > 0 && <span className="cell-note">{t.goesOn(successors.join(', '))}</span>}
                </>
              ),
            },
            { key: 'kind', head: t.kind, cell: ({ kind }) => labels[language].principalKind[kind] },
            { key: 'member', head: t.membership, cell: (principal) => <MembershipBadge principal={principal} /> },
          ]}
        />
      )}
    </Loaded>
  );
}
