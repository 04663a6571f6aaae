import { randomUUID } from 'node:crypto';
import { apiOf, goTo, screenIsSound, settled } from './support/browse';
import { pageOf } from './support/contracts';
import { eventually } from './support/eventually';

const MANAGER = 'Ciska Catering';

it('a category manager finds its contracts, and the filters are in the address', async () => {
  const page = await pageOf(MANAGER);
  await goTo(page, '/contracten');
  await page.getByText('De contracten van uw inkoopcategorieën').waitFor();
  const api = apiOf(page);
  const { items } = await api.get<{ items: { categoryCode: string }[] }>('/contracts?limit=100');
  expect([...new Set(items.map(({ categoryCode }) => categoryCode))]).toEqual(['CATERING']);

  await page.getByLabel('Stand').selectOption('SETTLED');
  await page.waitForURL('**/contracten?state=SETTLED');
  await page.getByLabel('Zoek op nummer, naam of leverancier').fill('zoiets is er niet');
  await page.getByText('Geen contracten gevonden').waitFor();
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Wis alle filters' }).click();
  await page.getByRole('table').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await settled(page);
  await eventually(async () => expect(await page.getByLabel('Stand').inputValue()).toBe('SETTLED'));

  // A link with filters is a link that can be kept.
  await goTo(page, '/contracten?endsFrom=2027-01-01&endsTo=2029-12-31&sort=endsOn.asc');
  await eventually(async () => expect(await page.getByLabel('Laatste dag vanaf').inputValue()).toBe('01-01-2027'));
  await screenIsSound(page);
});

it('a category manager registers for another ministry, without obligation, and decides nothing itself', async () => {
  const page = await pageOf(MANAGER);
  await goTo(page, '/contracten/nieuw');
  const title = `Borrel ${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Naam van het contract').fill(title);
  await page.getByLabel('Opdrachtgever', { exact: true }).selectOption('SZW');
  await page.getByLabel('Inkoopcategorie').selectOption('CATERING');
  await page.getByLabel('KvK-nummer van de leverancier').fill('68750110');
  await page.getByLabel('Dag van gunning').fill('01-10-2026');
  await page.getByLabel('Eerste dag').fill('01-11-2026');
  await page.getByLabel('Laatste dag').fill('31-12-2026');
  await page.getByLabel('Waarde over de hele looptijd').fill('20.000');
  await page.getByLabel('CPV-code').fill('55520000-1');
  const rule = page.getByRole('region', { name: 'Wat de regel zegt' });
  await rule.getByText('De regel vraagt geen verplichting.').waitFor();
  await rule.getByRole('button', { name: 'Stel een vrijstelling voor' }).click();
  await eventually(async () =>
    expect(await page.getByLabel('Waarom geen verplichting?').inputValue()).toBe('BELOW_THRESHOLD'),
  );
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Registreer het contract' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(/De vrijstelling wacht op een tweede persoon/).waitFor();
  await screenIsSound(page);

  await page
    .getByRole('navigation', { name: 'Onderdelen van dit contract' })
    .getByRole('link', { name: 'Verplichting' })
    .click();
  await page.getByText('U hebt dit zelf voorgesteld.').waitFor();
  await eventually(async () =>
    expect(await page.getByRole('button', { name: 'Leg uw beslissing vast' }).count()).toBe(0),
  );
  await screenIsSound(page);
});
