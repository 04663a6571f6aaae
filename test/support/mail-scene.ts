import { EVERYTHING, type Actor } from '@sr/kernel';
import { MailCatcher, type CaughtMail, type QueueStore } from '@sr/platform';
import { ofSupplier, workItem, type WorkItem } from '../../libs/monitoring/src/domain/work-item';
import { ReminderSources } from '../../libs/monitoring/src/reminders/reminder-sources';
import { SweepService } from '../../libs/monitoring/src/reminders/sweep.service';
import { sql, testProduct, type TestProduct } from './database';
import { openMailRoom, type MailRoom } from './mail-room';

const HOST: Actor = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const FIRST_DAY = '2026-01-05';

/** Somebody to mail to. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** How a mail fares, as it is kept. */
export interface KeptDigest {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly state: string;
  readonly reason: string | null;
  readonly items: number | null;
  readonly attempts: number;
}

/**
 * A product in which exactly that waits what a test says, with its worker and its mail server. All but where the items come
 * from is the product's own: the sweep, the tables, the queue, the mails.
 */
export class MailScene {
  /** What waits, of every group. */
  waits: readonly WorkItem[] = [];
  group = '';
  private count = 0;

  private constructor(
    readonly product: TestProduct,
    readonly catcher: MailCatcher,
    readonly room: MailRoom,
  ) {
    jest.spyOn(ReminderSources.prototype, 'waiting').mockImplementation((groups) => {
      const asked: (string | null)[] = groups.length === 0 ? [null] : groups.map(({ id }) => id);
      return Promise.resolve(this.waits.filter(({ around }) => asked.includes(around.supplierGroupId)));
    });
  }

  static async open(today: string, queue?: QueueStore): Promise<MailScene> {
    const product = await testProduct();
    const catcher = new MailCatcher({ keep: 2_000 });
    await catcher.start();
    const room = await openMailRoom(product.applicationUrl, {
      smtpUrl: catcher.url,
      today,
      ...(queue ? { queue } : {}),
    });
    const scene = new MailScene(product, catcher, room);
    await room.settled();
    return scene;
  }

  /** Another worker on the same database and queue. */
  again(queue?: QueueStore): Promise<MailRoom> {
    const more = queue ? { queue } : {};
    return openMailRoom(this.product.applicationUrl, {
      smtpUrl: this.catcher.url,
      today: this.room.clock.today(),
      ...more,
    });
  }

  /** Nothing was sent to anybody, and there is a group of which nobody has heard. */
  async anew(today: string): Promise<void> {
    await this.room.settled();
    this.waits = [];
    this.room.mailTo(this.catcher.url);
    await sql(
      this.product.adminUrl,
      `truncate monitoring.recipient, monitoring.reminder, monitoring.digest, monitoring.sweep, monitoring.stale_address`,
    );
    this.catcher.clear();
    this.count += 1;
    this.product.clock.set(FIRST_DAY);
    this.room.clock.set(today);
    const made = await this.product.identity.registerSupplierGroup(HOST, {
      code: `BEZEM-${this.count}`,
      name: 'De Bonte Bezem',
      suppliers: [{ kvkNumber: String(90_001_354 + this.count), name: 'De Bonte Bezem B.V.' }],
    });
    this.group = made.id;
  }

  /** A coordinator of the group, or a coordinator of the network. */
  async person(name: string, of: 'SUPPLIER' | 'NETWORK' = 'SUPPLIER'): Promise<Reader> {
    const email = `${name.toLowerCase()}.${this.count}@bezem.example.nl`;
    const place =
      of === 'NETWORK'
        ? ({ organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] } as const)
        : ({
            organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId: this.group },
            roles: ['SUPPLIER_COORDINATOR'],
          } as const);
    const { id } = await this.product.people.invite(HOST, {
      name,
      email,
      ...place,
      roles: [...place.roles],
      categories: [],
    });
    return { id, name, email };
  }

  /** Reports to open that wait for the coordinators of the group, or for one of them: each of a plan of its own. */
  items(count: number, more: Partial<WorkItem> & { readonly from?: number; readonly only?: string } = {}): WorkItem[] {
    const { from = 0, only, ...known } = more;
    const party = ofSupplier(this.group, ['SUPPLIER_COORDINATOR'], only === undefined ? {} : { only });
    return Array.from({ length: count }, (_, index) => {
      const name = `Plan ${from + index + 1}`;
      const id = `00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`;
      return workItem('REPORT_TO_OPEN', { type: 'PLAN', id, name }, party, {
        planName: name,
        supplierName: 'De Bonte Bezem',
        quarter: '2026-07-01',
        since: '2026-10-01',
        dueOn: '2026-12-07',
        around: { supplierGroupId: this.group, principalCodes: ['IenW'], network: true },
        ...known,
      });
    });
  }

  /** The sweep of a day; what it queued is on its way. */
  async morning(day: string): Promise<void> {
    this.room.clock.set(day);
    await this.room.get(SweepService).run();
  }

  /** The sweep of a day, and all that can be sent is sent. */
  async day(day: string): Promise<void> {
    await this.morning(day);
    await this.room.settled();
  }

  mailsTo({ email }: Reader): readonly CaughtMail[] {
    return this.catcher.mails.filter(({ to }) => to.includes(email));
  }

  /** How mails fared, by day: of one person, or of all. */
  digests(of?: Reader): Promise<KeptDigest[]> {
    return sql<KeptDigest>(
      this.product.adminUrl,
      `select d.id, p.name, d.day::text, d.state, d.reason, d.items, d.attempts
       from monitoring.digest d join identity.person p on p.id = d.person_id
       where $1::uuid is null or d.person_id = $1::uuid order by d.day, p.name`,
      [of?.id ?? null],
    );
  }

  /** The states of somebody's mails, by day. */
  async states(of: Reader): Promise<string[]> {
    return (await this.digests(of)).map(({ day, state }) => `${day} ${state}`);
  }

  async close(): Promise<void> {
    jest.restoreAllMocks();
    await this.room.close();
    await this.catcher.close();
    await this.product.close();
  }
}

/** Which of the plans of `items` stand in a mail. */
export const plansIn = ({ text }: Pick<CaughtMail, 'text'>): number[] =>
  [...new Set([...text.matchAll(/Plan (\d+)\b/g)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
