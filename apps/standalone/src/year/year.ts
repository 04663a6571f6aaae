import type { CaughtMail, QueueStore } from '@sr/platform';
import { addDays, type LocalDate } from '@sr/kernel';
import { renderPlain } from '@sr/monitoring';
import { DiaryDays } from '../demo/diary';
import { liveBetween } from '../demo/live-diary';
import { openMailRound } from '../demo/mail-round';
import { nameContacts } from '../demo/desks';
import { DEMO_FOLDER, readDiary, readManifest, readText, WrongDemo, type Manifest } from '../demo/manifest';
import { invitePeople } from '../demo/people';
import { recordMemberships, type PlayedNames } from '../demo/portfolio';
import { loadBasics } from '../demo/prepare-demo';
import { told } from '../demo/setting';
import type { Product } from '../product/product';
import { Player } from '../replay/play';
import { readScenario } from '../replay/scenario';

/** What a year is simulated on. */
export interface YearOptions {
  /** The migrated, empty database. */
  readonly applicationUrl: string;
  /** Where the queues are; in the database unless it is said. */
  readonly queue?: QueueStore;
  /** How many days of it; a whole year unless it is said. */
  readonly days?: number;
  /** Told each day. */
  readonly progress: (line: string) => void;
}

const DAYS = 365;

/**
 * The time machine: a year of the example, day by day, with a clock that is set. Each morning the daily jobs run as on any
 * day, through the real queue and over SMTP to a catcher; then the people of the example do what they did that day. The
 * year ends on the last day of the diary.
 * @returns the mails in the order of their day and of who got them
 */
export async function simulateYear(
  product: Product,
  { applicationUrl, queue, days = DAYS, progress }: YearOptions,
): Promise<SimulatedMail[]> {
  const manifest = readManifest(DEMO_FOLDER);
  const diary = readDiary(DEMO_FOLDER);
  const first = addDays(diary.lastDay, 1 - DAYS);
  const players = await playUntil(product, manifest, first);
  const names = namesOf(players);
  await recordMemberships(product, manifest);
  product.clock.set(addDays(first, -1));
  const cast = await told('manifest.json', () => invitePeople(product, manifest, names));
  const setting = { product, manifest, names, cast, days: new DiaryDays(diary.lastDay) };
  const named = new Set<string>();
  await nameContacts(setting, named);
  const publicUrl = 'https://social-return.example.nl';
  const post = await openMailRound(product, applicationUrl, { publicUrl, ...(queue ? { queue } : {}) });
  try {
    // A worker that starts does at once what is due on its day: it is waited for before anything else happens.
    await post.deliver();
    for (let day = first; day < addDays(first, days); day = addDays(day, 1)) {
      if (names.plans.size > named.size) await nameContacts(setting, named);
      product.clock.set(day);
      await post.deliver();
      progress(`${day}: ${post.mails.length} mails`);
      for (const [code, player] of players) {
        await player.playBefore(addDays(day, 1));
        if (player.faults.length > 0) throw new WrongDemo(player.faults.map(({ message }) => `${code}: ${message}`));
      }
      take(names, players);
      await liveBetween(setting, diary, day === first ? null : day, addDays(day, 1));
    }
  } finally {
    await post.close();
  }
  return inOrder(post.mails, manifest);
}

/** A mail of the year, with who got it. */
export interface SimulatedMail {
  readonly day: LocalDate;
  readonly address: string;
  /** The name, and what the person is. */
  readonly to: string;
  readonly mail: { readonly subject: string; readonly text: string };
}

/** The year as a list to read; what colleagues got on one day in the same words stands there once. */
export function yearAsText(mails: readonly SimulatedMail[]): string {
  const told = new Map<string, SimulatedMail>();
  for (const one of mails) {
    const { day, to, mail } = one;
    // The first line greets by name.
    const same = [day, mail.subject, mail.text.slice(mail.text.indexOf('\n'))].join('\n');
    const before = told.get(same);
    told.set(same, before ? { ...before, to: `${before.to}, ${to}` } : one);
  }
  return renderPlain([...told.values()]);
}

async function playUntil(product: Product, manifest: Manifest, day: LocalDate): Promise<Map<string, Player>> {
  const verifiers = new Map(manifest.network.ownPlans.map(({ plan, verifiedBy }) => [plan, verifiedBy]));
  const faults = await loadBasics(product);
  if (faults.length > 0) throw new WrongDemo(faults);
  const players = new Map<string, Player>();
  for (const { code, name, scenario: file } of manifest.supplierGroups) {
    const { scenario } = readScenario(readText(DEMO_FOLDER, file));
    if (!scenario) throw new WrongDemo([`${file}: cannot be read`]);
    const player = await Player.begin(product, scenario, { code, name, verifiers });
    await player.playBefore(day);
    players.set(code, player);
  }
  return players;
}

function namesOf(players: ReadonlyMap<string, Player>): PlayedNames {
  const names: PlayedNames = { groups: new Map(), plans: new Map(), placements: new Map(), claims: new Map() };
  take(names, players);
  return names;
}

/** Adds what was played since. */
function take(names: PlayedNames, players: ReadonlyMap<string, Player>): void {
  for (const [code, { played }] of players) {
    names.groups.set(code, played.supplierGroupId);
    for (const [plan, id] of played.plans) names.plans.set(plan, id);
    for (const [ref, id] of played.placements) names.placements.set(ref, id);
    for (const [ref, id] of played.claims) names.claims.set(ref, id);
  }
}

/** By day and by who got them: on one morning they leave in any order. */
function inOrder(mails: readonly CaughtMail[], manifest: Manifest): SimulatedMail[] {
  const people = new Map(manifest.people.map((person) => [person.email, person]));
  return mails
    .map(({ day, to, subject, text }) => {
      const address = to[0] ?? '';
      const person = people.get(address);
      return { day, address, to: person ? `${person.name} (${placeOf(person)})` : address, mail: { subject, text } };
    })
    .sort((a, b) => (a.day === b.day ? (a.address < b.address ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function placeOf({ organisation }: Manifest['people'][number]): string {
  switch (organisation.kind) {
    case 'PRINCIPAL':
      return organisation.principalCode;
    case 'SUPPLIER_GROUP':
      return organisation.code.toLowerCase().replaceAll('-', ' ');
    default:
      return 'netwerk';
  }
}
