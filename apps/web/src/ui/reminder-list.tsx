import { api, type Answer } from '../api/client';
import { day, quarter } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { today } from '../today';
import { sayLabel } from '../words/codes';
import { words } from '../words/words';
import { workKindWords } from '../words/work-kinds';
import { Link } from './buttons';
import { Badge, Empty } from './feedback';
import { byKey, Paged } from './paged';
import { Table, type Column } from './table';

type Reminder = Answer<'ReminderAnswer'>;
type Recipient = Reminder['recipients'][number];

const texts = words({
  nl: {
    caption: 'Wie over wat een mail kreeg, het nieuwste bovenaan',
    when: 'Wanneer',
    what: 'Waarover',
    about: 'Plan of contract',
    who: 'Aan wie',
    mail: 'Mail',
    state: 'Hoe het staat',
    by: (date: string) => `Uiterste dag: ${date}`,
    escalated: 'Doorgestuurd omdat er niets gebeurde',
    done: (date: string) => `Gedaan, gezien op ${date}`,
    waits: 'Wacht nog',
    standsIn: 'in plaats van iemand anders',
    people: (count: number) => `${count} mensen`,
    offered: (date: string) => `aangeboden op ${date}`,
    notYet: 'Gaat mee met de volgende mail',
    unneeded: 'Geen mail: het was al gedaan',
    none: 'Er is nog niemand gemaild',
    noneWhy: 'Zodra er iets blijft liggen, krijgt iemand een mail. U ziet hier dan wie, wanneer en waarover.',
    noneMine: 'U kreeg nog geen mails',
    noneMineWhy: 'Wij mailen u als er iets op u wacht. Wat er nu te doen is, staat bij Mijn werk.',
    toWork: 'Naar Mijn werk',
  },
  en: {
    caption: 'Who was mailed about what, the newest on top',
    when: 'When',
    what: 'About what',
    about: 'Plan or contract',
    who: 'To whom',
    mail: 'Mail',
    state: 'How it stands',
    by: (date: string) => `Last day: ${date}`,
    escalated: 'Sent on because nothing happened',
    done: (date: string) => `Done, seen on ${date}`,
    waits: 'Still waits',
    standsIn: 'instead of somebody else',
    people: (count: number) => `${count} people`,
    offered: (date: string) => `offered on ${date}`,
    notYet: 'Goes with the next mail',
    unneeded: 'No mail: it was done already',
    none: 'Nobody was mailed yet',
    noneWhy: 'As soon as something is left undone, somebody gets a mail. You then see here who, when and about what.',
    noneMine: 'You got no mails yet',
    noneMineWhy: 'We mail you when something waits for you. What there is to do now, is in My work.',
    toWork: 'To My work',
  },
});

const TONE = {
  SENT: 'good',
  UNCERTAIN: 'notice',
  REFUSED: 'bad',
  BOUNCED: 'bad',
  FAILED: 'bad',
} as const;

interface ReminderListProps {
  /** Only about this plan or this contract; left out: what was sent to the reader. */
  readonly planId?: string;
  readonly contractId?: string;
}

/** What was mailed to whom, about what and when, and whether it helped: about a plan, about a contract, or to the reader. */
export function ReminderList({ planId, contractId }: ReminderListProps) {
  const t = useWords(texts);
  const mine = planId === undefined && contractId === undefined;
  const query = { limit: 25, planId, contractId, ...(mine ? { mine } : {}) };
  const reminders = api.useInfiniteQuery('get', '/reminders', { params: { query } }, byKey);
  const columns = useColumns(mine, contractId === undefined);
  return (
    <Paged
      of={reminders}
      lines={5}
      empty={
        <Empty title={mine ? t.noneMine : t.none}>
          <p>{mine ? t.noneMineWhy : t.noneWhy}</p>
          {mine && (
            <p>
              <Link to="/">{t.toWork}</Link>
            </p>
          )}
        </Empty>
      }
    >
      {(items) => (
        <Table
          caption={t.caption}
          captionHidden
          rows={items}
          rowKey={({ id }) => String(id)}
          narrow="stacked"
          columns={columns}
        />
      )}
    </Paged>
  );
}

function useColumns(mine: boolean, ofPlan: boolean): readonly Column<Reminder>[] {
  const t = useWords(texts);
  const language = useLanguage();
  /** What tells one from others of its kind: the quarter, and of a plan the contract. */
  const aboutOf = ({ itemKey, contractNumber }: Reminder): readonly string[] => {
    const ofQuarter = /:(\d{4}-\d{2}-\d{2})(:|$)/.exec(itemKey)?.[1];
    return [ofQuarter && quarter(language, ofQuarter), !mine && ofPlan && contractNumber].filter(
      (one) => !!one,
    ) as string[];
  };
  return [
    { key: 'when', head: t.when, cell: ({ madeOn }) => day(language, madeOn) },
    {
      key: 'what',
      head: t.what,
      names: true,
      cell: (reminder) => {
        const { kind, itemKey, itemDueOn, escalation, endedOn } = reminder;
        const what = workKindWords[language][kind];
        return (
          <>
            {mine && !endedOn ? <Link to={`/werk/${itemKey}`}>{what}</Link> : what}
            {aboutOf(reminder).map((about) => (
              <span key={about} className="cell-note">
                {about}
              </span>
            ))}
            {itemDueOn && <span className="cell-note">{t.by(day(language, itemDueOn))}</span>}
            {escalation && <span className="cell-note">{t.escalated}</span>}
          </>
        );
      },
    },
    ...(mine ? [{ key: 'about', head: t.about, cell: (reminder: Reminder) => <About reminder={reminder} /> }] : []),
    {
      key: 'who',
      head: mine ? t.mail : t.who,
      cell: (reminder) => <Recipients reminder={reminder} mine={mine} />,
    },
    {
      key: 'state',
      head: t.state,
      cell: ({ endedOn }) =>
        endedOn ? <Badge tone="good">{t.done(day(language, endedOn))}</Badge> : <Badge tone="notice">{t.waits}</Badge>,
    },
  ];
}

function About({ reminder: { planId, planName, contractId, contractNumber } }: { readonly reminder: Reminder }) {
  return (
    <span className="cell-list">
      {planId && <Link to={`/plannen/${planId}`}>{planName}</Link>}
      {contractId && <Link to={`/contracten/${contractId}`}>{contractNumber}</Link>}
    </span>
  );
}

/** From here on the list is folded: a desk of many is a line, not a page. */
const MANY = 5;

function Recipients({ reminder, mine }: { readonly reminder: Reminder; readonly mine: boolean }) {
  const t = useWords(texts);
  const { person } = useSession();
  const { recipients, endedOn, madeOn } = reminder;
  const shown = alike(mine ? recipients.filter(({ personId }) => personId === person.id) : recipients);
  const list = (
    <ul className="plain-list">
      {shown.map(({ recipient, count }, index) => (
        <li key={`${recipient.personId}${index}`}>
          {!mine && <Who recipient={recipient} count={count} />}{' '}
          <HowMailFares recipient={recipient} madeOn={madeOn} ended={endedOn !== null} />
        </li>
      ))}
    </ul>
  );
  if (shown.length < MANY) return list;
  return (
    <details>
      <summary>{t.people(recipients.length)}</summary>
      {list}
    </details>
  );
}

/** Recipients of whom the reader knows the side only are one line with their number, where their mails fare the same. */
function alike(recipients: readonly Recipient[]): readonly { readonly recipient: Recipient; readonly count: number }[] {
  const lines = new Map<string, { readonly recipient: Recipient; readonly count: number }>();
  for (const recipient of recipients) {
    const { personId, side, principalCode, standsIn, mail } = recipient;
    const key = personId ?? JSON.stringify([side, principalCode, standsIn, mail]);
    lines.set(key, { recipient, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

function Who({ recipient, count }: { readonly recipient: Recipient; readonly count: number }) {
  const t = useWords(texts);
  const language = useLanguage();
  const { name, side, principalCode, standsIn } = recipient;
  const of = principalCode ?? sayLabel(language, 'side', side);
  return (
    <>
      {name === null ? of : `${name}, ${of}`}
      {count > 1 && `, ${t.people(count)}`}
      {standsIn && <span className="soft"> ({t.standsIn})</span>}
    </>
  );
}

function HowMailFares({
  recipient: { mail },
  madeOn,
  ended,
}: {
  readonly recipient: Recipient;
  readonly madeOn: string;
  readonly ended: boolean;
}) {
  const t = useWords(texts);
  const language = useLanguage();
  if (mail === null) return <span className="soft">{ended ? t.unneeded : t.notYet}</span>;
  const sentOn = mail.sentAt === null ? null : today(new Date(mail.sentAt));
  return (
    <>
      <Badge tone={TONE[mail.state as keyof typeof TONE] ?? 'quiet'}>
        {sayLabel(language, 'mailState', mail.state)}
      </Badge>
      {sentOn !== null && sentOn !== madeOn && <span className="soft"> {t.offered(day(language, sentOn))}</span>}
    </>
  );
}
