import { api, type Answer } from '../api/client';
import { day } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Button, Link } from '../ui/buttons';
import { Alert, ProblemAlert, useNotice } from '../ui/feedback';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { words } from '../words/words';

const texts = words({
  nl: {
    title: 'Mail komt niet aan',
    intro:
      'Naar deze mensen gaat nu geen mail. Klopt het adres, probeer het dan weer. Werkt iemand er niet meer, neem dan de toegang weg.',
    name: 'Naam',
    address: 'E-mailadres',
    since: 'Sinds',
    reason: 'Wat de mailserver zei',
    retry: 'Probeer het weer',
    retryFor: (name: string) => `Probeer het weer voor ${name}`,
    retried: (name: string) => `Naar ${name} gaat weer mail.`,
    one: (address: string, date: string) => `Sinds ${date} gaat er geen mail naar ${address}.`,
    others: 'Wat voor deze persoon was, krijgen anderen in de organisatie.',
    why: (reason: string) => `De mailserver zei: ${reason}`,
  },
  en: {
    title: 'Mail does not arrive',
    intro:
      'No mail goes to these people now. If the address is right, try again. If somebody no longer works there, take the access away.',
    name: 'Name',
    address: 'E-mail address',
    since: 'Since',
    reason: 'What the mail server said',
    retry: 'Try again',
    retryFor: (name: string) => `Try again for ${name}`,
    retried: (name: string) => `Mail goes to ${name} again.`,
    one: (address: string, date: string) => `Since ${date} no mail goes to ${address}.`,
    others: 'Others in the organisation get what was meant for this person.',
    why: (reason: string) => `The mail server said: ${reason}`,
  },
});

type Stale = Answer<'StaleAddressAnswer'>;

const useStale = () => {
  const query = { limit: 100 };
  return api.useInfiniteQuery('get', '/stale-addresses', { params: { query } }, byKey);
};

/** Everybody in sight to whom mail cannot be delivered; nothing when mail arrives everywhere. */
export function StaleAddresses() {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const stale = useStale();
  // The list of people below it says what went wrong, when nothing can be read.
  if (stale.error) return null;
  return (
    <Paged of={stale} lines={1} empty={null}>
      {(items) => (
        <Section title={t.title} intro={<p>{t.intro}</p>} framed>
          <Table
            caption={t.title}
            captionHidden
            rows={items}
            rowKey={({ personId }) => personId}
            narrow="stacked"
            columns={[
              {
                key: 'name',
                head: t.name,
                names: true,
                cell: ({ personId, name }) => <Link to={`/mensen/${personId}`}>{name}</Link>,
              },
              { key: 'address', head: t.address, cell: ({ address }) => <span className="breakable">{address}</span> },
              { key: 'since', head: t.since, cell: ({ since }) => day(language, since.slice(0, 10)) },
              { key: 'reason', head: t.reason, cell: ({ reason }) => reason },
              ...(can('people.write')
                ? [{ key: 'retry', head: t.retry, cell: (item: Stale) => <Retry stale={item} named /> }]
                : []),
            ]}
          />
        </Section>
      )}
    </Paged>
  );
}

/** That mail to one person cannot be delivered, on the page of that person. */
export function StaleAddress({ personId }: { readonly personId: string }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { can } = useSession();
  const found = useStale()
    .data?.pages.flatMap(({ items }) => items)
    .find((one) => one.personId === personId);
  if (!found) return null;
  return (
    <Alert kind="warning" title={t.title}>
      <p>
        {t.one(found.address, day(language, found.since.slice(0, 10)))} {t.others}
      </p>
      <p>{t.why(found.reason)}</p>
      {can('people.write') && <Retry stale={found} />}
    </Alert>
  );
}

function Retry({ stale: { personId, name }, named = false }: { readonly stale: Stale; readonly named?: boolean }) {
  const t = useWords(texts);
  const say = useNotice();
  const retry = api.useMutation('post', '/stale-addresses/{personId}/retries');
  const act = async () => {
    await retry.mutateAsync({ params: { path: { personId } } });
    say({ text: t.retried(name) });
  };
  return (
    <>
      <Button
        busy={retry.isPending}
        aria-label={named ? t.retryFor(name) : undefined}
        onClick={() => void act().catch(() => undefined)}
      >
        {t.retry}
      </Button>
      {retry.error && <ProblemAlert error={retry.error} />}
    </>
  );
}
