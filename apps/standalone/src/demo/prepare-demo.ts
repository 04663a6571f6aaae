import { THE_PRODUCT, addDays, type LocalDate } from '@sr/kernel';
import { join } from 'node:path';
import { SystemClock, isWorkingDay, passOverEvents, readProperty, writeProperty } from '@sr/platform';
import { migrate, unmake, whyNotServe } from '../../../../config/migrate';
import type { OpenDatabase } from '../database/open-database';
import { projectFolder } from '../database/project';
import { createProductDatabase, dropDatabase, type PostgresAccess } from '../postgres/embedded-postgres';
import { withoutWaiting, withProduct, type Product } from '../product/product';
import { loadReferenceData } from '../product/reference-data';
import { registerTable, tableFiles } from '../value-table/register-tables';
import { prepareDesks } from './desks';
import { DiaryDays } from './diary';
import { openMailRound } from './mail-round';
import { DEMO_FOLDER, readDiary, readManifest, WrongDemo, type History } from './manifest';
import { invitePeople } from './people';
import { told } from './setting';
import { digestOf, faultsOfForm, playHistories, recordMemberships } from './portfolio';

const TABLES = join(projectFolder, 'config', 'value-tables');
const REFERENCE = join(projectFolder, 'config', 'reference');

/** The property by which a database tells that it was made by the demo, and of which files. */
const MADE_BY_DEMO = 'demo';
const BEING_MADE = 'being made';
/** Where the mails of before the first start lead to: nobody knows yet where the product will be found. */
const EXAMPLE_URL = 'http://127.0.0.1:3000';

/** The database beside the example's own, with the histories on real, published contracts. */
export const REAL_CONTRACTS = 'social_return_echt';

/** How the work is told to whoever waits for it. */
export interface Telling {
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
}

/**
 * Brings the database up to date and fills it with the example, unless it has been already; the example is made anew
 * when one of its files has changed or when making it was cut off.
 * @param today the day on which the diary of the example ends, when it is not made earlier than it was written
 * @returns why the database cannot be used: a line for every reason, none when it is ready
 */
export async function prepareDemo(
  database: OpenDatabase,
  telling: Telling,
  today: LocalDate = new SystemClock().today(),
): Promise<readonly string[]> {
  const { applicationUrl, ownerUrl } = database;
  if (ownerUrl !== null) await migrate(ownerUrl, applicationUrl);
  const reasons = await whyNotServe(applicationUrl);
  if (reasons.length > 0) return reasons;

  const digest = digestOf([DEMO_FOLDER, TABLES, REFERENCE]);
  const origin = await originOf(applicationUrl);
  if (origin === digest) return [];
  if (origin === 'other') {
    return [
      'DATABASE_URL: this database holds contracts that are not of the example; give npm start an empty database.',
    ];
  }
  // Read before anything is taken away: what can be seen from the files alone is heard while the old example stands.
  const wrongFiles = faultsOfForm(DEMO_FOLDER);
  if (wrongFiles.length > 0) return wrongFiles;
  if (origin !== 'empty') {
    if (ownerUrl === null)
      return ['DATABASE_OWNER_URL: is required to make the example anew, since its files have changed.'];
    telling.say(
      'De bestanden van het voorbeeld zijn veranderd, of het was niet af. Het voorbeeld wordt opnieuw gemaakt.',
    );
    await unmake(ownerUrl);
    await migrate(ownerUrl, applicationUrl);
  }
  try {
    const faults = await withProduct(withoutWaiting(applicationUrl), (product) =>
      makeDemo(product, database, telling, today),
    );
    if (faults.length > 0) throw new WrongDemo(faults);
  } catch (error) {
    // Of an example that is wrong nothing stays behind.
    if (error instanceof WrongDemo) {
      if (ownerUrl !== null) await unmake(ownerUrl);
      if (database.server) await dropDatabase(database.server, REAL_CONTRACTS);
    }
    throw error;
  }
  await withProduct(applicationUrl, (product) => mark(product, digest));
  return [];
}

/** Who made what is in the database: nobody (`empty`), the example (a digest, or `being made`), or somebody else. */
function originOf(applicationUrl: string): Promise<string> {
  return withProduct(applicationUrl, (product) =>
    product.db.read(THE_PRODUCT, async (reader) => {
      const demo = await readProperty(reader, MADE_BY_DEMO);
      if (demo !== null) return demo;
      const contracts = await reader.query('select 1 from contracts.contract limit 1');
      return contracts.length === 0 ? 'empty' : 'other';
    }),
  );
}

async function makeDemo(
  product: Product,
  database: OpenDatabase,
  telling: Telling,
  today: LocalDate,
): Promise<readonly string[]> {
  const manifest = readManifest(DEMO_FOLDER);
  const diary = readDiary(DEMO_FOLDER);
  await mark(product, BEING_MADE);
  const faults = await loadBasics(product);
  if (faults.length > 0) return faults;
  telling.say(`${manifest.title}: ${manifest.supplierGroups.length} leveranciers. ${manifest.note}`);
  const { progress } = telling;
  const verifiers = new Map(manifest.network.ownPlans.map(({ plan, verifiedBy }) => [plan, verifiedBy]));
  const playing = { folder: DEMO_FOLDER, progress };
  const names = await playHistories(product, manifest.supplierGroups, verifiers, playing);
  await recordMemberships(product, manifest);
  progress(`${manifest.people.length} mensen en hun werk`);
  // Not today: people open the example in the morning too, and what was done at noon would still have to come.
  const yesterday = addDays(today, -1);
  const days = new DiaryDays(yesterday > diary.lastDay ? yesterday : diary.lastDay);
  product.clock.set(days.of(-(diary.steps[0]?.ago ?? 0)));
  const cast = await told('manifest.json', () => invitePeople(product, manifest, names));
  await prepareDesks({ product, manifest, names, cast, days }, diary);
  progress('de post');
  await sendFirstPost(product, database.applicationUrl, days.last);
  if (database.server) await makeRealContracts(database.server, manifest.realContracts.scenarios, telling);
  telling.progress('');
  return [];
}

/**
 * What a history has told is told to nobody; then, on the last working day of the diary, everybody gets the first mail, so
 * that the example has post on whatever day it is opened.
 */
async function sendFirstPost(product: Product, applicationUrl: string, last: LocalDate): Promise<void> {
  let day = last;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  product.clock.set(day);
  await product.db.write(THE_PRODUCT, (tx) => passOverEvents(tx, product.clock.now()));
  const round = await openMailRound(product, applicationUrl, { publicUrl: EXAMPLE_URL });
  try {
    await round.deliver();
    for (const mail of round.mails) await product.demoMails.keep(mail);
  } finally {
    await round.close();
  }
}

/** The histories on published contracts get a database of their own: invented and real never add up in one figure. */
async function makeRealContracts(
  server: PostgresAccess,
  histories: readonly History[],
  telling: Telling,
): Promise<void> {
  await dropDatabase(server, REAL_CONTRACTS);
  const { ownerUrl, appUrl } = await createProductDatabase(server, REAL_CONTRACTS);
  await migrate(ownerUrl, appUrl);
  await withProduct(withoutWaiting(appUrl), async (product) => {
    const faults = await loadBasics(product);
    if (faults.length > 0) throw new WrongDemo(faults);
    await playHistories(product, histories, new Map(), { folder: DEMO_FOLDER, progress: telling.progress });
  });
}

/** Reference data and the published value tables; answers what is wrong with their files. */
export async function loadBasics(product: Product): Promise<string[]> {
  product.clock.set(new SystemClock().today());
  await loadReferenceData(product);
  const faults: string[] = [];
  for (const file of tableFiles(TABLES)) {
    const result = await registerTable(product, file);
    if ('faults' in result) faults.push(...result.faults);
  }
  return faults;
}

function mark(product: Product, value: string): Promise<void> {
  return product.db.write(THE_PRODUCT, (tx) => writeProperty(tx, MADE_BY_DEMO, value));
}
