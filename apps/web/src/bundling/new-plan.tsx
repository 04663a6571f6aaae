import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api, client, type Answer } from '../api/client';
import { readAll } from '../api/read-all';
import type { paths } from '../api/schema';
import { readDay, typedDay } from '../read-input';
import { useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { Loaded, useNotice } from '../ui/feedback';
import { DateField, SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { bundlingWords } from './bundling-words';
import { PlanStep, type Step } from './plan-step';
import { proposeName, proposeTable, twoMonthsAfter } from './plan-proposal';

interface PlanForm {
  name: string;
  valueTable: string;
  dueOn: string;
  clientLeadId: string;
  clientDeputyId: string;
  supplierLeadId: string;
  supplierDeputyId: string;
}

type PeopleQuery = NonNullable<paths['/people']['get']['parameters']['query']>;

/** Third step of bundling: a new plan for what was chosen. */
export function NewPlan() {
  return <PlanStep>{(step) => <NewPlanForm step={step} />}</PlanStep>;
}

function NewPlanForm({ step }: { readonly step: Step }) {
  const group = api.useQuery('get', '/supplier-groups/{supplierGroupId}', {
    params: { path: { supplierGroupId: step.supplierGroupId } },
  });
  const tables = api.useQuery('get', '/value-tables', { params: { query: { state: 'APPROVED', limit: 100 } } });
  const people = useContacts(step);
  return (
    <Loaded of={group}>
      {({ code }) => (
        <Loaded of={tables}>
          {({ items }) => (
            <Loaded of={people}>
              {(contacts) => <PlanFields step={step} groupCode={code} tables={items} contacts={contacts} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type Person = Answer<'PersonAnswer'>;

interface Contacts {
  readonly ours: readonly Person[];
  /** Of the supplier; null for who does not know its people. */
  readonly theirs: readonly Person[] | null;
}

/** Who can be a contact of the plan, on both sides. */
function useContacts({ supplierGroupId, chosen }: Step) {
  const { face } = useSession();
  const network = face === 'NETWORK';
  const principals = [...new Set(chosen.map(({ contract }) => contract.principalCode))].toSorted();
  return useQuery({
    queryKey: ['contacts', supplierGroupId, ...principals, face],
    queryFn: async (): Promise<Contacts> => {
      const read = (query: Omit<PeopleQuery, 'limit' | 'after'>) =>
        readAll((after) => client.GET('/people', { params: { query: { ...query, limit: 100, after } } }));
      const managers = await Promise.all(
        principals.map((principalCode) => read({ principalCode, role: 'CONTRACT_MANAGER' })),
      );
      const coordinators = network ? await read({ organisationKind: 'NETWORK', role: 'NETWORK_COORDINATOR' }) : [];
      const theirs = network ? await read({ supplierGroupId }) : null;
      const working = ({ endedOn }: Person) => endedOn === null;
      return {
        ours: [...coordinators, ...managers.flat()].filter(working),
        theirs: theirs && theirs.filter(working),
      };
    },
  });
}

const asOption = ({ id, name, organisation }: Person) => ({
  value: id,
  label: organisation.kind === 'PRINCIPAL' ? `${name} (${organisation.principalCode})` : name,
});

function PlanFields({
  step,
  groupCode,
  tables,
  contacts,
}: {
  readonly step: Step;
  readonly groupCode: string;
  readonly tables: readonly Answer<'ValueTableSummaryAnswer'>[];
  readonly contacts: Contacts;
}) {
  const t = useWords(bundlingWords);
  const notice = useNotice();
  const navigate = useNavigate();
  const { face, person } = useSession();
  const { supplierGroupId, chosen, kind, plans } = step;
  const make = api.useMutation('post', '/plans');
  const now = today();
  const form = useForm<PlanForm>({
    defaultValues: {
      name: proposeName(
        groupCode,
        plans.map(({ name }) => name),
      ),
      valueTable:
        proposeTable(
          tables,
          plans.map(({ valueTable }) => valueTable),
          now,
        ) ?? '',
      dueOn: typedDay(twoMonthsAfter(now)),
      clientLeadId: contacts.ours.some(({ id }) => id === person.id) ? person.id : '',
      clientDeputyId: '',
      supplierLeadId: '',
      supplierDeputyId: '',
    },
  });
  const network = face === 'NETWORK';
  const send = async (typed: PlanForm) => {
    const plan = await make.mutateAsync({
      body: {
        name: typed.name.trim(),
        kind: kind ?? 'BUNDLE',
        supplierGroupId,
        valueTable: typed.valueTable,
        contractIds: chosen.map(({ contract }) => contract.id),
        dueOn: readDay(typed.dueOn) ?? typed.dueOn,
        clientLeadId: typed.clientLeadId || null,
        clientDeputyId: typed.clientDeputyId || null,
        supplierLeadId: typed.supplierLeadId || null,
        supplierDeputyId: typed.supplierDeputyId || null,
      },
    });
    notice({ text: network ? t.sent : t.isMade });
    await navigate(`/bundelen/${supplierGroupId}/voorgesteld/${plan.id}`);
  };
  return (
    <Form form={form} submit={network ? t.propose : t.makeOwn} onSubmit={send}>
      <TextField name="name" label={t.name} hint={t.nameHint} maxLength={200} width="medium" />
      <SelectField
        name="valueTable"
        label={t.table}
        hint={t.tableHint}
        options={tables.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateField name="dueOn" label={t.due} />
      <fieldset className="bench-contacts">
        <legend className="utrecht-heading-3">{t.contactsOurs}</legend>
        <SelectField optional name="clientLeadId" label={t.lead} options={contacts.ours.map(asOption)} />
        <SelectField optional name="clientDeputyId" label={t.deputy} options={contacts.ours.map(asOption)} />
      </fieldset>
      <fieldset className="bench-contacts">
        <legend className="utrecht-heading-3">{t.contactsSupplier}</legend>
        {contacts.theirs === null || contacts.theirs.length === 0 ? (
          <p>{contacts.theirs === null ? t.nobodyYet : t.noPeople}</p>
        ) : (
          <>
            <SelectField optional name="supplierLeadId" label={t.lead} options={contacts.theirs.map(asOption)} />
            <SelectField optional name="supplierDeputyId" label={t.deputy} options={contacts.theirs.map(asOption)} />
          </>
        )}
      </fieldset>
      <p>{network ? t.proposeHint : t.makeOwnHint}</p>
    </Form>
  );
}
