import { api, isProblem, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { useAddressFilters } from '../ui/address';
import { ButtonGroup, LinkButton } from '../ui/buttons';
import { ConfirmButton } from '../ui/dialog';
import { Alert, Loaded, useNotice } from '../ui/feedback';
import { Filter } from '../ui/filters';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { closestVersion } from './closest-version';
import { DifferenceList } from './difference-list';
import { useComparison, useVersions } from './use-comparison';

const texts = words({
  nl: {
    title: 'Dit voorstel wacht op een besluit',
    changes: 'Wat verandert er?',
    beside: 'Naast welke goedgekeurde versie?',
    first: 'Er is nog geen goedgekeurde versie om dit naast te leggen. Bekijk de hele tabel hieronder.',
    own: 'U hebt deze versie zelf voorgesteld',
    ownWhy:
      'Daarom kunt u deze versie niet goedkeuren: dat doet een andere tabelbeheerder. Tot die tijd kunt u uw voorstel wijzigen of intrekken.',
    others: (name: string) => `${name} stelt deze versie voor. U beslist als tweede persoon.`,
    readOnly: 'Een tabelbeheerder beslist over dit voorstel. Tot die tijd kan geen plan ermee rekenen.',
    same: (count: number) => (count === 1 ? '1 regel blijft gelijk.' : `${count} regels blijven gelijk.`),
    edit: 'Wijzig uw voorstel',
    withdraw: 'Trek uw voorstel in',
    withdrawTitle: 'Uw voorstel intrekken?',
    withdrawWhat:
      'Niemand hoeft er dan nog over te beslissen. U kunt de code daarna opnieuw gebruiken voor een ander voorstel.',
    withdrawn: 'Uw voorstel is ingetrokken.',
    approve: 'Keur deze versie goed',
    approveTitle: 'Deze versie goedkeuren?',
    approveWhat:
      'Nieuwe plannen kunnen dan met deze versie rekenen. Bestaande plannen houden hun eigen tabel. U kunt de goedkeuring niet terugdraaien.',
    approved: 'De versie is goedgekeurd. Plannen kunnen er nu mee rekenen.',
    refuse: 'Weiger deze versie',
  },
  en: {
    title: 'This proposal waits for a decision',
    changes: 'What changes?',
    beside: 'Beside which approved version?',
    first: 'There is no approved version yet to put this beside. See the whole table below.',
    own: 'You proposed this version yourself',
    ownWhy:
      'That is why you cannot approve it: another table steward does. Until then you can change or withdraw your proposal.',
    others: (name: string) => `${name} proposes this version. You decide as the second person.`,
    readOnly: 'A table steward decides on this proposal. Until then no plan can calculate with it.',
    same: (count: number) => (count === 1 ? '1 row stays as it is.' : `${count} rows stay as they are.`),
    edit: 'Change your proposal',
    withdraw: 'Withdraw your proposal',
    withdrawTitle: 'Withdraw your proposal?',
    withdrawWhat: 'Nobody has to decide on it any more. You can use the code again for another proposal.',
    withdrawn: 'Your proposal was withdrawn.',
    approve: 'Approve this version',
    approveTitle: 'Approve this version?',
    approveWhat:
      'New plans can then calculate with this version. Plans that exist keep their own table. You cannot undo the approval.',
    approved: 'The version was approved. Plans can calculate with it now.',
    refuse: 'Refuse this version',
  },
});

type Version = Answer<'ValueTableAnswer'>;

/** A proposal with what it changes, and below that what the reader can do with it: first see, then decide. */
export function TableDecision({ table, refetch }: { readonly table: Version; readonly refetch: () => unknown }) {
  const t = useWords(texts);
  const { can } = useSession();
  const { isOwnProposal, proposedBy } = table;
  const decides = can('value-tables.approve') && !isOwnProposal;
  return (
    <Section title={t.title} framed>
      {isOwnProposal ? (
        <Alert title={t.own}>
          <p>{t.ownWhy}</p>
        </Alert>
      ) : (
        <p>{decides && proposedBy ? t.others(proposedBy) : t.readOnly}</p>
      )}
      <Changes table={table} />
      {isOwnProposal && can('value-tables.propose') && <OwnProposal table={table} refetch={refetch} />}
      {decides && <Decision table={table} refetch={refetch} />}
    </Section>
  );
}

/** What the proposal changes against an approved version; which one is in the address. */
function Changes({ table }: { readonly table: Version }) {
  const t = useWords(texts);
  const versions = useVersions();
  const [{ naast }, change] = useAddressFilters(['naast']);
  const approved = versions.data?.items.filter(({ state }) => state === 'APPROVED') ?? [];
  const chosen = approved.find(({ code }) => code === naast)?.code ?? closestVersion(table, approved);
  const comparison = useComparison(chosen, table.code);
  if (versions.data && chosen === null) return <p>{t.first}</p>;
  return (
    <>
      <h3 className="utrecht-heading-3">{t.changes}</h3>
      <div className="table-beside">
        <Filter
          label={t.beside}
          value={chosen ?? ''}
          options={approved.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          onChange={(code) => change({ naast: code })}
        />
      </div>
      <Loaded of={comparison} lines={4}>
        {(found) => (
          <>
            <DifferenceList comparison={found} />
            <p className="soft">{t.same(found.sameBlocks + found.sameBonuses)}</p>
          </>
        )}
      </Loaded>
    </>
  );
}

/** After a refusal because somebody was first, the page shows what holds now; the window keeps saying why. */
function useRefreshed(refetch: () => unknown) {
  return async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      if (isProblem(error) && error.status === 409) refetch();
      throw error;
    }
  };
}

function OwnProposal({ table, refetch }: { readonly table: Version; readonly refetch: () => unknown }) {
  const t = useWords(texts);
  const say = useNotice();
  const refreshed = useRefreshed(refetch);
  const withdraw = api.useMutation('post', '/value-tables/{valueTableCode}/withdrawals');
  const { code, version } = table;
  return (
    <ButtonGroup>
      <LinkButton weight="primary" to={`/waardetabellen/${code}/wijzigen`}>
        {t.edit}
      </LinkButton>
      <ConfirmButton
        label={t.withdraw}
        weight="danger"
        title={t.withdrawTitle}
        confirm={t.withdraw}
        onConfirm={() =>
          refreshed(async () => {
            await withdraw.mutateAsync({ params: { path: { valueTableCode: code } }, body: { version } });
            say({ text: t.withdrawn });
          })
        }
      >
        <p>{t.withdrawWhat}</p>
      </ConfirmButton>
    </ButtonGroup>
  );
}

function Decision({ table, refetch }: { readonly table: Version; readonly refetch: () => unknown }) {
  const t = useWords(texts);
  const say = useNotice();
  const refreshed = useRefreshed(refetch);
  const approve = api.useMutation('post', '/value-tables/{valueTableCode}/approvals');
  const { code, version } = table;
  return (
    <ButtonGroup>
      <ConfirmButton
        label={t.approve}
        weight="primary"
        title={t.approveTitle}
        confirm={t.approve}
        onConfirm={() =>
          refreshed(async () => {
            await approve.mutateAsync({ params: { path: { valueTableCode: code } }, body: { version } });
            say({ text: t.approved });
          })
        }
      >
        <p>{t.approveWhat}</p>
      </ConfirmButton>
      <LinkButton to={`/waardetabellen/${code}/weigeren`}>{t.refuse}</LinkButton>
    </ButtonGroup>
  );
}
