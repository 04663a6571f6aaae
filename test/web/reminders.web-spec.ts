import { randomUUID } from 'node:crypto';
import { apiOf, expectProblems, goTo, openPage, screenIsSound, settled, type Page } from './support/browse';
import { pageOf, registerContract } from './support/contracts';
import { eventually } from './support/eventually';

const COORDINATOR = 'Nienke Netwerk';
/** For the walks over many screens, on a slow machine. */
const LONG_MS = 120_000;

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly planId: string | null;
}

/** What waits for whoever is signed in on a page, of one kind. */
async function waiting(page: Page, kind: string): Promise<Item> {
  const { items } = await apiOf(page).get<{ items: Item[] }>('/work-items?limit=100');
  const found = items.find((item) => item.kind === kind);
  if (!found) throw new Error(`nothing of ${kind} waits`);
  return found;
}

/** From now on a list of the API has these items on this page: what the example has none of. */
async function withItems(page: Page, path: string, items: readonly object[]): Promise<void> {
  await page.route(`**/v1/${path}?*`, (route) => route.fulfill({ json: { items, next: null } }));
}

it('a link in a mail opens the work, also for who still has to sign in', async () => {
  const { key, planId } = await waiting(await pageOf(COORDINATOR), 'REPORT_LATE');
  const page = await openPage();
  await goTo(page, '/begrippen');
  await goTo(page, `/werk/${key}`);
  await page.getByRole('heading', { level: 1, name: 'Kies wie u bent' }).waitFor();
  await page.getByRole('button', { name: COORDINATOR }).click();
  await page.waitForURL(`**/plannen/${planId}`);
  await settled(page);
  await screenIsSound(page);
  // The link itself is no step back: from the work one comes back to where one was.
  await page.goBack();
  await page.waitForURL('**/begrippen');
});

it('a link in an old mail says that the work is done, and leads to what it was about', async () => {
  const page = await pageOf('Ursula Uil');
  const { items } = await apiOf(page).get<{ items: { id: string; name: string }[] }>('/plans');
  const plan = items.find(({ name }) => name === 'UIL-1');
  expectProblems(page, /^404 GET \/v1\/work-items\//);
  await goTo(page, `/werk/PLAN_TO_WRITE:${plan?.id}`);
  await page.getByRole('heading', { level: 1, name: /^Dit is al gedaan/ }).waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Bekijk waar het over ging' }).click();
  await page.getByRole('heading', { level: 1, name: 'UIL-1' }).waitFor();

  expectProblems(page, /^400 GET \/v1\/work-items\//);
  await goTo(page, '/werk/dit-is-geen-sleutel');
  await page.getByRole('heading', { level: 1, name: /^Dit is al gedaan/ }).waitFor();
  await page.getByRole('link', { name: 'Naar Mijn werk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
});

it(
  'work that ends with a talk is done when the talk is written down, and waits again when that is taken back',
  async () => {
    const contract = await registerContract(apiOf(await pageOf('Wanda Water')), {
      awardedOn: '2020-01-06',
      startsOn: '2020-02-01',
      endsOn: '2039-12-31',
    });
    const page = await pageOf(COORDINATOR);
    await goTo(page, '/');
    const item = page.getByRole('listitem').filter({ hasText: `Neem contact op over contract ${contract.number}` });
    await item.getByRole('button', { name: 'Leg het gesprek vast' }).click();
    const dialog = page.getByRole('dialog', { name: 'Eerste gesprek met de leverancier' });
    await dialog.getByRole('button', { name: 'Leg vast' }).click();
    await dialog.getByText('Vul in: wat is er afgesproken.').first().waitFor();
    await screenIsSound(page);

    await dialog.getByLabel('Wat is er afgesproken?').fill('In maart begint een leerwerkplek.');
    await dialog.getByLabel('Op welke dag?').fill('31-12-2098');
    expectProblems(page, /^409 POST \/v1\/milestones/);
    await dialog.getByRole('button', { name: 'Leg vast' }).click();
    await dialog.getByText('Leg dit vast op de dag zelf of later.').first().waitFor();
    await dialog.getByLabel('Op welke dag?').fill('5-1-2020');
    await dialog.getByRole('button', { name: 'Leg vast' }).click();
    await dialog.getByText('kan hier op zijn vroegst op 6 januari 2020').first().waitFor();
    await dialog.getByLabel('Op welke dag?').fill('3-2-2020');
    await dialog.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Vastgelegd.').waitFor();
    await item.waitFor({ state: 'detached' });

    await goTo(page, `/contracten/${contract.id}/berichten`);
    await page
      .getByRole('row', { name: /3 februari 2020 Eerste gesprek .* In maart begint een leerwerkplek/ })
      .waitFor();
    await screenIsSound(page);

    await page.getByRole('button', { name: 'Trek in' }).click();
    const mistake = page.getByRole('dialog', { name: 'Trek dit gesprek in' });
    await mistake.getByLabel('Waarom klopt het niet?').fill('Het was een ander contract.');
    await screenIsSound(page);
    await mistake.getByRole('button', { name: 'Trek in' }).click();
    await page.getByText('Ingetrokken. Het werk staat weer open.').waitFor();
    await page.getByRole('row', { name: /Ingetrokken Het was een ander contract\./ }).waitFor();
    await screenIsSound(page);
    await goTo(page, '/');
    await item.waitFor();
  },
  LONG_MS,
);

it(
  'a contract manager puts reminders off for its ministry, and ends that',
  async () => {
    const page = await pageOf('Wanda Water');
    await goTo(page, '/stilte');
    await page.getByRole('link', { name: 'Wanneer er een mail komt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Wanneer er een mail komt' }).waitFor();
    await page.getByText('14 dagen voor de uiterste dag: voor wie het werk wacht').first().waitFor();
    await page.getByRole('link', { name: 'Zet herinneringen tijdelijk stil of later' }).click();
    await page.getByLabel('Over welk werk gaat het?').selectOption({ label: 'De afrekening voorstellen' });
    await page.getByLabel('Waarvoor geldt het?').selectOption({ label: 'Alles van IenW' });
    await page.getByLabel('De herinneringen komen later').check();
    await page.getByLabel('Hoeveel dagen later?').fill('14');
    await page.getByLabel('Laatste dag').fill('1-1-2020');
    const reason = `Het financiële systeem is dicht (${randomUUID()}).`;
    await page.getByLabel('Waarom?').fill(reason);
    expectProblems(page, /^409 POST \/v1\/reminder-deviations/);
    await page.getByRole('button', { name: 'Leg dit vast' }).click();
    await page
      .getByText(/De laatste dag ligt voor de eerste dag/)
      .first()
      .waitFor();
    await screenIsSound(page);

    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Laatste dag').fill(inAMonth);
    await page.getByRole('button', { name: 'Leg dit vast' }).click();
    const row = page
      .getByRole('row', { name: /De afrekening voorstellen alles van IenW 14 dagen later/ })
      .filter({ hasText: reason });
    await row.filter({ hasText: 'Geldt nu' }).waitFor();
    await screenIsSound(page);
    await row.getByRole('button', { name: 'Beëindig' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click();
    await page.getByText('De herinneringen komen weer gewoon.').waitFor();
    await row.filter({ hasText: 'Ingetrokken' }).waitFor();
  },
  LONG_MS,
);

it('the network sees who does not answer, and comes to the plan from there', async () => {
  const page = await pageOf(COORDINATOR);
  await goTo(page, '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Herinneringen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Wie reageert niet' }).waitFor();
  await page.getByLabel('Welke kant').selectOption({ label: 'Leverancier' });
  const row = page.getByRole('row', { name: /Beveiliging De Wakkere Uil N\.V\./ });
  await row.getByText('Gemaild: ').waitFor();
  await row.getByText('Toon de plannen').click();
  await row.getByRole('link', { name: 'UIL-1' }).click();
  await page.getByRole('heading', { level: 1, name: 'UIL-1' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Berichten' }).click();
  await page
    .getByRole('row', { name: /Een rapportage die te laat is/ })
    .first()
    .waitFor();
});

it('a supplier sees what it was mailed, and the mail itself with its calendar', async () => {
  const page = await pageOf('Marit Muur');
  await goTo(page, '/');
  await page.getByRole('link', { name: 'Bekijk de mails die u kreeg' }).click();
  await page.getByRole('row', { name: /Een contract dat binnen een jaar afloopt/ }).waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Uw post' }).click();
  await page
    .getByRole('link', { name: /loopt af op/ })
    .first()
    .click();
  await settled(page);
  const mail = page.frameLocator('iframe');
  await mail.getByText('Beste Marit Muur,').waitFor();
  // Its styles are there, although the page allows none that stand in a text.
  await eventually(async () =>
    expect(await mail.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize)).toBe('22px'),
  );
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Zet de dagen in uw agenda' }).click(),
  ]);
  expect(calendar.suggestedFilename()).toBe('herinneringen.ics');
  await page.getByLabel('Hoe u de mail ziet').last().selectOption({ label: 'Als platte tekst' });
  await page.getByText(/Beste Marit Muur,/).waitFor();
  await screenIsSound(page);
});

it('an operator sees what failed and has it done again', async () => {
  const page = await pageOf('operator');
  const job = { name: 'monitoring.send-digest', id: 'digest-1', reason: 'connect ECONNREFUSED', attempts: 5 };
  const failedAt = '2026-01-23T06:00:00.000Z';
  await withItems(page, 'failed-jobs', [{ ...job, failedAt, payload: { digestId: 'd-1' } }]);
  await withItems(page, 'mails', [
    {
      id: 'm-1',
      personName: 'Nora',
      day: '2026-01-23',
      state: 'BOUNCED',
      attempts: 1,
      reason: '550 5.1.1',
      sentAt: null,
    },
  ]);
  await goTo(page, '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Beheer' }).click();
  await page.getByText('connect ECONNREFUSED').waitFor();
  await screenIsSound(page);
  expectProblems(page, /^404 POST \/v1\/failed-jobs\/retries/);
  await page.getByRole('button', { name: 'Probeer monitoring.send-digest opnieuw: digest-1' }).click();
  await page.getByText('Deze taak is niet (meer) mislukt.').waitFor();
  await screenIsSound(page);
  const parts = page.getByRole('navigation', { name: 'Onderdelen van het beheer' });
  await parts.getByRole('link', { name: 'Dagelijkse rondes' }).click();
  await page.getByRole('row', { name: /Klaar/ }).first().waitFor();
  await parts.getByRole('link', { name: 'Mails met een probleem' }).click();
  await page.getByRole('row', { name: /Nora .* Teruggekomen 550 5\.1\.1/ }).waitFor();
  await screenIsSound(page);
});

it('the network sees to whom no mail goes, and tries again', async () => {
  const page = await pageOf(COORDINATOR);
  const { items } = await apiOf(page).get<{ items: { id: string; name: string }[] }>('/people?limit=1');
  const [person] = items;
  const stale = {
    personId: person?.id,
    name: person?.name,
    address: 'oud@example.nl',
    reason: '550 5.1.1 No such user',
  };
  const organisation = { kind: 'NETWORK', principalCode: null, supplierGroupId: null };
  await withItems(page, 'stale-addresses', [{ ...stale, organisation, since: '2026-01-23T07:00:00.000Z' }]);
  await goTo(page, '/mensen');
  await page.getByRole('heading', { level: 2, name: 'Mail komt niet aan' }).waitFor();
  await screenIsSound(page);
  expectProblems(page, /^409 POST \/v1\/stale-addresses\//);
  await page.getByRole('button', { name: `Probeer het weer voor ${person?.name}` }).click();
  await page.getByText('Deze persoon krijgt al gewoon mail.').waitFor();
  await page
    .getByRole('link', { name: person?.name ?? '' })
    .first()
    .click();
  await page.getByText('De mailserver zei: 550 5.1.1 No such user').waitFor();
  await screenIsSound(page);
});

it('a plan shows on which days its signal became another', async () => {
  const page = await pageOf(COORDINATOR);
  const { items } = await apiOf(page).get<{ items: { id: string; name: string }[] }>('/plans?limit=100');
  const plan = items.find(({ name }) => name === 'UIL-1');
  const about = { subjectType: 'PLAN', subjectId: plan?.id, planId: plan?.id };
  await withItems(page, 'signal-changes', [
    { ...about, id: 2, before: 'BEHIND', after: 'AT_RISK', changedOn: '2026-01-23', atRiskCents: 24_000_000 },
    { ...about, id: 1, before: null, after: 'BEHIND', changedOn: '2025-11-03', atRiskCents: 0 },
  ]);
  await goTo(page, `/plannen/${plan?.id}`);
  await page.getByRole('row', { name: /23 januari 2026 .*Risico op tekort .*Loopt achter € 240\.000/ }).waitFor();
  await page.getByRole('row', { name: /3 november 2025 .*Loopt achter nog geen signaal/ }).waitFor();
  await screenIsSound(page);
});
