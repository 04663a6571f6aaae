import { useForm } from 'react-hook-form';
import { api } from '../api/client';
import { shortDay } from '../format';
import { readDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Empty, useNotice } from '../ui/feedback';
import { DateField, TextArea, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { byKey, Paged } from '../ui/paged';
import { Table } from '../ui/table';
import { words } from '../words/words';
import { organisationWords } from './organisation-words';

const texts = words({
  nl: {
    title: 'Dienstonderdelen',
    intro: 'Een contract kan zeggen bij welk onderdeel het hoort, bijvoorbeeld een uitvoeringsdienst.',
    caption: 'Dienstonderdelen van deze opdrachtgever',
    none: 'Er zijn nog geen dienstonderdelen',
    noneWhy: 'Ze zijn niet verplicht: een contract mag ook zonder.',
    add: 'Voeg een dienstonderdeel toe',
    added: (name: string) => `${name} is toegevoegd. Contracten kunnen dit onderdeel nu kiezen.`,
    codeHint: 'De afkorting, bijvoorbeeld RWS.',
    codeShape: 'Code: gebruik alleen letters, cijfers, punten, streepjes en &.',
    oin: 'OIN',
    oinHint: 'Het nummer uit het register van overheidsorganisaties: 20 cijfers.',
    from: 'Eerste dag',
    to: 'Laatste dag',
    exists: 'Bestaat',
    since: (date: string) => `Sinds ${date}`,
    until: (date: string) => `Tot en met ${date}`,
    source: 'Bron',
  },
  en: {
    title: 'Units',
    intro: 'A contract can say to which unit it belongs, such as an executive agency.',
    caption: 'Units of this principal',
    none: 'There are no units yet',
    noneWhy: 'They are not required: a contract may go without.',
    add: 'Add a unit',
    added: (name: string) => `${name} was added. Contracts can choose this unit now.`,
    codeHint: 'The short name, such as RWS.',
    codeShape: 'Code: use only letters, digits, full stops, hyphens and &.',
    oin: 'OIN',
    oinHint: 'The number in the register of government organisations: 20 digits.',
    from: 'First day',
    to: 'Last day',
    exists: 'Exists',
    since: (date: string) => `Since ${date}`,
    until: (date: string) => `Up to and including ${date}`,
    source: 'Source',
  },
});

/** The units of a principal; a contract manager adds those of its own ministry, the network of every one. */
export function Units({ principalCode }: { readonly principalCode: string }) {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const language = useLanguage();
  const { can, person } = useSession();
  const { organisation } = person;
  const mine = organisation.kind !== 'PRINCIPAL' || organisation.principalCode === principalCode;
  const params = { path: { principalCode }, query: { limit: 25 } };
  const units = api.useInfiniteQuery('get', '/principals/{principalCode}/units', { params }, byKey);
  return (
    <Section title={t.title} intro={<p>{t.intro}</p>}>
      <Paged
        of={units}
        lines={3}
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
                head: shared.name,
                names: true,
                cell: ({ code, name }) => (
                  <>
                    {name}
                    <span className="cell-note">{code}</span>
                  </>
                ),
              },
              { key: 'oin', head: t.oin, cell: ({ oin }) => oin },
              {
                key: 'exists',
                head: t.exists,
                cell: ({ existsFrom, existsTo }) =>
                  [
                    existsFrom && t.since(shortDay(language, existsFrom)),
                    existsTo && t.until(shortDay(language, existsTo)),
                  ]
                    .filter(Boolean)
                    .join('. '),
              },
              { key: 'source', head: t.source, cell: ({ source }) => source },
            ]}
          />
        )}
      </Paged>
      {can('units.write') && mine && (
        <details>
          <summary>{t.add}</summary>
          <AddUnit principalCode={principalCode} />
        </details>
      )}
    </Section>
  );
}

const EMPTY = { code: '', name: '', oin: '', existsFrom: '', existsTo: '', source: '' };
const CODE = /^[A-Za-z0-9.&-]+$/;

function AddUnit({ principalCode }: { readonly principalCode: string }) {
  const t = useWords(texts);
  const shared = useWords(organisationWords);
  const say = useNotice();
  const add = api.useMutation('post', '/principals/{principalCode}/units');
  const form = useForm({ defaultValues: EMPTY });
  return (
    <Form
      form={form}
      submit={t.add}
      onSubmit={async (typed) => {
        const body = {
          code: typed.code.trim(),
          name: typed.name.trim(),
          oin: typed.oin.trim() || null,
          existsFrom: readDay(typed.existsFrom),
          existsTo: readDay(typed.existsTo),
          source: typed.source.trim() || null,
        };
        await add.mutateAsync({ params: { path: { principalCode } }, body });
        form.reset(EMPTY);
        say({ text: t.added(body.name) });
      }}
    >
      <TextField name="name" label={shared.name} maxLength={200} />
      <TextField
        name="code"
        label={shared.code}
        hint={t.codeHint}
        width="short"
        maxLength={40}
        check={(text) => (CODE.test(text) ? undefined : t.codeShape)}
      />
      <TextField name="oin" label={t.oin} hint={t.oinHint} width="medium" maxLength={20} inputMode="numeric" optional />
      <div className="field-pair">
        <DateField name="existsFrom" label={t.from} optional />
        <DateField name="existsTo" label={t.to} optional />
      </div>
      <TextArea name="source" label={t.source} rows={2} maxLength={2000} optional />
    </Form>
  );
}
