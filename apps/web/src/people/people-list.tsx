import { api } from '../api/client';
import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { Link, LinkButton } from '../ui/buttons';
import { Badge, Empty } from '../ui/feedback';
import { Filter, Filters } from '../ui/filters';
import { Page } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { labels } from '../words/labels';
import { useOrganisationName } from './organisation-name';
import { peopleWords } from './people-words';
import { StaleAddresses } from './stale-addresses';

const KINDS = ['PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT'] as const;
type RoleName = keyof (typeof labels)['nl']['role'];

/** Everybody whom the reader may know of; a supplier sees its own colleagues. */
export function PeopleList() {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const { face, can } = useSession();
  const nameOf = useOrganisationName();
  const [filters, change] = useAddressFilters(['organisationKind', 'role']);
  const organisationKind = KINDS.find((kind) => kind === filters.organisationKind);
  const roleNames = Object.keys(labels[language].role) as RoleName[];
  const role = roleNames.find((name) => name === filters.role);
  const people = api.useInfiniteQuery(
    'get',
    '/people',
    { params: { query: { limit: 50, organisationKind, role } } },
    byKey,
  );
  const supplier = face === 'SUPPLIER_GROUP';
  return (
    <Page
      title={supplier ? t.colleagues : t.people}
      intro={<p>{supplier ? t.introColleagues : t.introPeople}</p>}
      actions={
        can('people.write') && (
          <LinkButton weight="primary" to="/mensen/nieuw">
            {supplier ? t.inviteColleague : t.invite}
          </LinkButton>
        )
      }
    >
      <StaleAddresses />
      {!supplier && (
        <Filters>
          <Filter
            label={t.kind}
            value={organisationKind ?? ''}
            all={t.allKinds}
            options={KINDS.map((kind) => ({ value: kind, label: labels[language].organisationKind[kind] }))}
            onChange={(value) => change({ organisationKind: value })}
          />
          <Filter
            label={t.role}
            value={role ?? ''}
            all={t.allRoles}
            options={roleNames.map((name) => ({ value: name, label: labels[language].role[name] }))}
            onChange={(value) => change({ role: value })}
          />
        </Filters>
      )}
      <Paged
        of={people}
        empty={
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        }
      >
        {(items) => (
          <Table
            caption={t.caption}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t.name,
                names: true,
                cell: ({ id, name }) => <Link to={`/mensen/${id}`}>{name}</Link>,
              },
              { key: 'organisation', head: t.organisation, cell: ({ organisation }) => nameOf(organisation) },
              {
                key: 'roles',
                head: t.rolesShort,
                cell: ({ roles }) => roles.map((name) => labels[language].role[name as RoleName]).join(', '),
              },
              {
                key: 'ended',
                head: t.access,
                cell: ({ endedOn }) => endedOn && <Badge tone="quiet">{t.ended(shortDay(language, endedOn))}</Badge>,
              },
            ]}
          />
        )}
      </Paged>
    </Page>
  );
}
