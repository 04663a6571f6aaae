import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, type Answer } from '../api/client';
import { day } from '../format';
import { readDay, typedDay } from '../read-input';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { ConfirmDialog } from '../ui/dialog';
import { Alert, useNotice } from '../ui/feedback';
import { DateField, TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { words } from '../words/words';

const texts = words({
  nl: {
    join: 'Leg het lidmaatschap van het netwerk vast',
    joinedOn: 'Eerste dag als lid',
    note: 'Toelichting',
    joined: (name: string) =>
      `Vastgelegd: ${name} is lid van het netwerk. Contracten van deze opdrachtgever kunnen nu worden gebundeld.`,
    leave: 'Leg een vertrek uit het netwerk vast',
    leaveIntro:
      'Vertrekt deze opdrachtgever uit het netwerk? Leg dat vast op de eerste dag buiten het netwerk, of later.',
    leftOn: 'Eerste dag buiten het netwerk',
    notLater: (date: string) => `Eerste dag buiten het netwerk: vul vandaag (${date}) of een eerdere dag in.`,
    title: (name: string) => `Het vertrek van ${name} vastleggen?`,
    from: (name: string, date: string) => `Vanaf ${date} is ${name} geen lid meer.`,
    what: [
      'De verplichtingen gaan uit de gebundelde plannen en gaan verder in eigen plannen van deze opdrachtgever.',
      'Zij houden alles wat al is geaccepteerd. Er gaat geen euro verloren.',
      'Bijdragen die daarna komen, beoordeelt de opdrachtgever zelf.',
      'Het netwerk kan nog lezen wat eerder begon.',
    ],
    noUndo: 'U kunt dit niet terugdraaien. Opnieuw lid worden kan wel, maar de plannen komen niet vanzelf terug.',
    left: (name: string, date: string) => `Het vertrek van ${name} is vastgelegd per ${date}`,
    noPlans: 'Er waren geen verplichtingen in plannen van het netwerk.',
    plans: 'Deze eigen plannen zijn gemaakt:',
    planOf: (plan: string, contracts: number) =>
      `${plan} (${contracts === 1 ? '1 contract' : `${contracts} contracten`})`,
  },
  en: {
    join: 'Record membership of the network',
    joinedOn: 'First day as a member',
    note: 'Note',
    joined: (name: string) =>
      `Recorded: ${name} is a member of the network. Contracts of this principal can be bundled now.`,
    leave: 'Record leaving the network',
    leaveIntro: 'Does this principal leave the network? Record it on the first day outside the network, or later.',
    leftOn: 'First day outside the network',
    notLater: (date: string) => `First day outside the network: enter today (${date}) or an earlier day.`,
    title: (name: string) => `Record that ${name} leaves?`,
    from: (name: string, date: string) => `From ${date}, ${name} is no member any more.`,
    what: [
      'The obligations leave the bundled plans and go on in plans of this principal itself.',
      'They keep all that was accepted. Not a euro is lost.',
      'Contributions that come after are verified by the principal itself.',
      'The network can still read what began before.',
    ],
    noUndo: 'You cannot undo this. Joining again is possible, but the plans do not come back by themselves.',
    left: (name: string, date: string) => `That ${name} left is recorded as of ${date}`,
    noPlans: 'There were no obligations in plans of the network.',
    plans: 'These plans of its own were made:',
    planOf: (plan: string, contracts: number) =>
      `${plan} (${contracts === 1 ? '1 contract' : `${contracts} contracts`})`,
  },
});

type Departure = Answer<'NetworkDepartureAnswer'>;
type Principal = Answer<'PrincipalAnswer'>;

/** Joining the network, or leaving it; and what leaving did to plans, once it is done. */
export function MembershipChange({ principal }: { readonly principal: Principal }) {
  const t = useWords(texts);
  const [departure, setDeparture] = useState<Departure | null>(null);
  const comes = principal.memberships.some(({ leftOn }) => leftOn === null);
  return (
    <>
      {departure && <AfterLeaving departure={departure} name={principal.name} />}
      {(principal.isMember || !comes) && (
        <details key={String(principal.isMember)}>
          <summary>{principal.isMember ? t.leave : t.join}</summary>
          {principal.isMember ? <Leave principal={principal} onLeft={setDeparture} /> : <Join principal={principal} />}
        </details>
      )}
    </>
  );
}

function Join({ principal: { code, name } }: { readonly principal: Principal }) {
  const t = useWords(texts);
  const say = useNotice();
  const join = api.useMutation('post', '/network-memberships');
  const form = useForm({ defaultValues: { joinedOn: '', note: '' } });
  return (
    <Form
      form={form}
      submit={t.join}
      onSubmit={async ({ joinedOn, note }) => {
        const body = { principalCode: code, joinedOn: readDay(joinedOn) as string, note: note.trim() || null };
        await join.mutateAsync({ body });
        say({ text: t.joined(name) });
      }}
    >
      <DateField name="joinedOn" label={t.joinedOn} />
      <TextArea name="note" label={t.note} rows={2} maxLength={1000} optional />
    </Form>
  );
}

function Leave({
  principal: { code, name },
  onLeft,
}: {
  readonly principal: Principal;
  readonly onLeft: (departure: Departure) => void;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  const leave = api.useMutation('post', '/network-departures');
  const form = useForm({ defaultValues: { leftOn: typedDay(today()) } });
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <Form form={form} submit={t.leave} onSubmit={({ leftOn }) => setAsked(readDay(leftOn))}>
        <DateField
          name="leftOn"
          label={t.leftOn}
          hint={t.leaveIntro}
          check={(text) => ((readDay(text) ?? '') > today() ? t.notLater(typedDay(today())) : undefined)}
        />
      </Form>
      {asked && (
        <ConfirmDialog
          title={t.title(name)}
          weight="danger"
          confirm={t.leave}
          onClose={() => setAsked(null)}
          onConfirm={async () => onLeft(await leave.mutateAsync({ body: { principalCode: code, leftOn: asked } }))}
        >
          <p>{t.from(name, day(language, asked))}</p>
          <ul className="plain-list">
            {t.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{t.noUndo}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** Where the obligations went. */
function AfterLeaving({ departure, name }: { readonly departure: Departure; readonly name: string }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { plans, leftOn } = departure;
  return (
    <div role="status">
      <Alert kind="ok" title={t.left(name, day(language, leftOn))}>
        <p>{plans.length === 0 ? t.noPlans : t.plans}</p>
        {plans.length > 0 && (
          <ul className="plain-list">
            {plans.map(({ planId, planName, contractIds }) => (
              <li key={planId}>{t.planOf(planName, contractIds.length)}</li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}
