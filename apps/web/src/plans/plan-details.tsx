import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Loaded, useNotice } from '../ui/feedback';
import { DateField, SelectField, TextField } from '../ui/fields';
import { Facts } from '../ui/figures';
import { Form } from '../ui/form';
import { Section } from '../ui/page';
import { words } from '../words/words';
import { PlanMoreTime } from './plan-more-time';
import { usePlan, type Plan } from './use-plan';

const texts = words({
  nl: {
    details: 'Gegevens van het plan',
    table: 'Waardetabel',
    verifiedBy: 'Beoordeling door',
    network: 'de netwerkorganisatie',
    due: 'Plan van aanpak klaar vóór',
    clientLead: 'Namens de ministeries',
    clientDeputy: 'Vervanger namens de ministeries',
    supplierLead: 'Namens de leverancier',
    supplierDeputy: 'Vervanger namens de leverancier',
    nobody: 'nog niemand',
    edit: 'Wijzig de gegevens',
    name: 'Naam van het plan',
    reason: 'Waarom verandert de datum?',
    reasonHint: 'Alleen nodig als u de datum wijzigt.',
    save: 'Sla op',
    saved: 'De gegevens zijn opgeslagen.',
    chooseContacts: 'Kies uw contactpersonen',
  },
  en: {
    details: 'Details of the plan',
    table: 'Value table',
    verifiedBy: 'Judged by',
    network: 'the network organisation',
    due: 'Plan of action ready by',
    clientLead: 'For the ministries',
    clientDeputy: 'Deputy for the ministries',
    supplierLead: 'For the supplier',
    supplierDeputy: 'Deputy for the supplier',
    nobody: 'nobody yet',
    edit: 'Change the details',
    name: 'Name of the plan',
    reason: 'Why does the date change?',
    reasonHint: 'Only needed when you change the date.',
    save: 'Save',
    saved: 'The details were saved.',
    chooseContacts: 'Choose your contacts',
  },
});

/** Who is in charge on both sides, which table holds, and by when the plan of action is due. */
export function PlanDetails() {
  const t = useWords(texts);
  const language = useLanguage();
  const { can, face } = useSession();
  const plan = usePlan();
  const name = (person: Plan['clientLead']) => person?.name ?? t.nobody;
  const open = plan.state !== 'ENDED';
  return (
    <>
      <Section title={t.details}>
        <Facts
          items={[
            { name: t.table, value: <Link to={`/waardetabellen/${plan.valueTable}`}>{plan.valueTable}</Link> },
            { name: t.verifiedBy, value: plan.verifiedBy ?? t.network },
            { name: t.due, value: day(language, plan.dueOn) },
            { name: t.clientLead, value: name(plan.clientLead) },
            { name: t.clientDeputy, value: name(plan.clientDeputy) },
            { name: t.supplierLead, value: name(plan.supplierLead) },
            { name: t.supplierDeputy, value: name(plan.supplierDeputy) },
          ]}
        />
      </Section>
      <PlanMoreTime key={plan.version} plan={plan} />
      {open && can('plans.make') && (
        <Section title={t.edit}>
          <EditPlan key={plan.version} plan={plan} />
        </Section>
      )}
      {open && face === 'SUPPLIER_GROUP' && can('plans.write-lines') && (
        <Section title={t.chooseContacts}>
          <NameContacts key={plan.version} plan={plan} />
        </Section>
      )}
    </>
  );
}

/** Who can be chosen: whoever has access, and whoever is named now, also when the reader's list lacks that person. */
function optionsOf(people: readonly Answer<'PersonAnswer'>[], ...named: readonly Plan['clientLead'][]) {
  const options = new Map(people.filter(({ endedOn }) => endedOn === null).map(({ id, name }) => [id, name]));
  for (const person of named)
    if (person && !options.has(person.personId)) options.set(person.personId, person.name ?? person.personId);
  return [...options].map(([value, label]) => ({ value, label }));
}
interface ContactsForm {
  supplierLeadId: string;
  supplierDeputyId: string;
}
interface EditForm extends ContactsForm {
  name: string;
  dueOn: string;
  reason: string;
  clientLeadId: string;
  clientDeputyId: string;
}

const orNobody = (id: string) => id || null;

function EditPlan({ plan }: { readonly plan: Plan }) {
  const t = useWords(texts);
  const notice = useNotice();
  const { face } = useSession();
  const edit = api.useMutation('patch', '/plans/{planId}');
  const clients = api.useQuery('get', '/people', {
    params: { query: { limit: 100, organisationKind: face === 'NETWORK' ? 'NETWORK' : 'PRINCIPAL' } },
  });
  const suppliers = api.useQuery('get', '/people', {
    params: { query: { limit: 100, supplierGroupId: plan.supplierGroupId } },
  });
  const form = useForm<EditForm>({
    defaultValues: {
      name: plan.name,
      dueOn: typedDay(plan.dueOn),
      reason: '',
      clientLeadId: plan.clientLead?.personId ?? '',
      clientDeputyId: plan.clientDeputy?.personId ?? '',
      supplierLeadId: plan.supplierLead?.personId ?? '',
      supplierDeputyId: plan.supplierDeputy?.personId ?? '',
    },
  });
  const send = async (typed: EditForm) => {
    const dueOn = readDay(typed.dueOn) ?? undefined;
    const moved = dueOn !== undefined && dueOn !== plan.dueOn;
    await edit.mutateAsync({
      params: { path: { planId: plan.id } },
      body: {
        version: plan.version,
        name: typed.name.trim(),
        ...(moved && { dueOn, reason: typed.reason.trim() }),
        clientLeadId: orNobody(typed.clientLeadId),
        clientDeputyId: orNobody(typed.clientDeputyId),
        supplierLeadId: orNobody(typed.supplierLeadId),
        supplierDeputyId: orNobody(typed.supplierDeputyId),
      },
    });
    notice({ text: t.saved });
  };
  return (
    <Loaded of={clients} lines={4}>
      {(client) => (
        <Loaded of={suppliers} lines={4}>
          {(supplier) => (
            <Form form={form} submit={t.save} onSubmit={send}>
              <TextField name="name" label={t.name} maxLength={100} />
              <DateField name="dueOn" label={t.due} optional={plan.dueOn === null} />
              <TextField name="reason" label={t.reason} hint={t.reasonHint} optional maxLength={1000} />
              <SelectField
                name="clientLeadId"
                label={t.clientLead}
                optional
                options={optionsOf(client.items, plan.clientLead, plan.clientDeputy)}
              />
              <SelectField
                name="clientDeputyId"
                label={t.clientDeputy}
                optional
                options={optionsOf(client.items, plan.clientLead, plan.clientDeputy)}
              />
              <SelectField
                name="supplierLeadId"
                label={t.supplierLead}
                optional
                options={optionsOf(supplier.items, plan.supplierLead, plan.supplierDeputy)}
              />
              <SelectField
                name="supplierDeputyId"
                label={t.supplierDeputy}
                optional
                options={optionsOf(supplier.items, plan.supplierLead, plan.supplierDeputy)}
              />
            </Form>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function NameContacts({ plan }: { readonly plan: Plan }) {
  const t = useWords(texts);
  const notice = useNotice();
  const name = api.useMutation('put', '/plans/{planId}/supplier-contacts');
  const colleagues = api.useQuery('get', '/people', {
    params: { query: { limit: 100, supplierGroupId: plan.supplierGroupId } },
  });
  const form = useForm<ContactsForm>({
    defaultValues: {
      supplierLeadId: plan.supplierLead?.personId ?? '',
      supplierDeputyId: plan.supplierDeputy?.personId ?? '',
    },
  });
  const send = async ({ supplierLeadId, supplierDeputyId }: ContactsForm) => {
    const body = {
      version: plan.version,
      supplierLeadId: orNobody(supplierLeadId),
      supplierDeputyId: orNobody(supplierDeputyId),
    };
    await name.mutateAsync({ params: { path: { planId: plan.id } }, body });
    notice({ text: t.saved });
  };
  return (
    <Loaded of={colleagues} lines={4}>
      {({ items }) => (
        <Form form={form} submit={t.save} onSubmit={send}>
          <SelectField
            name="supplierLeadId"
            label={t.supplierLead}
            optional
            options={optionsOf(items, plan.supplierLead, plan.supplierDeputy)}
          />
          <SelectField
            name="supplierDeputyId"
            label={t.supplierDeputy}
            optional
            options={optionsOf(items, plan.supplierLead, plan.supplierDeputy)}
          />
        </Form>
      )}
    </Loaded>
  );
}
