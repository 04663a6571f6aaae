import { apiOf, expectProblems, goTo, openPage, screenIsSound, settled, signInAs } from './support/browse';
import { eventually } from './support/eventually';

/** Eight digits that no run used before: the last of the clock. */
const newNumber = (place: number) => String(Date.now() + place).slice(-8);

it('a network coordinator makes a supplier group, corrects mistakes, and adds a supplier later', async () => {
  const page = await openPage();
  await signInAs(page, 'network coordinator');
  await goTo(page, '/organisaties/leveranciersgroepen');
  await page.getByRole('link', { name: 'Maak een leveranciersgroep' }).click();
  await settled(page);
  const kvkNumber = newNumber(0);
  const name = `De Nieuwe Kwast ${kvkNumber}`;
  const { items } = await apiOf(page).get('/supplier-groups?limit=1');
  const taken: string = items[0].suppliers[0].kvkNumber;

  await page.getByLabel('Naam van de groep').fill(name);
  await page.getByLabel('Code', { exact: true }).fill('de nieuwe kwast');
  await page.getByLabel('KvK-nummer, leverancier 1').fill('123');
  const make = page.getByRole('button', { name: 'Maak een leveranciersgroep' });
  await make.click();
  const summary = page.getByRole('group', { name: 'Controleer uw gegevens' });
  await summary.getByText('KvK-nummer, leverancier 1: vul acht cijfers in').waitFor();
  await summary.getByText('Code: gebruik hoofdletters').waitFor();
  await screenIsSound(page);

  await page.getByLabel('Code', { exact: true }).fill(`KWAST-${kvkNumber}`);
  await page.getByLabel('KvK-nummer, leverancier 1').fill(taken);
  await page.getByLabel('Naam volgens de KvK, leverancier 1').fill('De Nieuwe Kwast B.V.');
  expectProblems(page, /^409 POST \/v1\/supplier-groups/);
  await make.click();
  await page.getByText(`De leverancier met KvK-nummer ${taken} hoort al bij een andere groep.`).first().waitFor();
  await page.getByLabel('KvK-nummer, leverancier 1').fill(kvkNumber);
  await make.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('is gemaakt').waitFor();

  await page.getByLabel('KvK-nummer, leverancier 1').fill(newNumber(1));
  await page.getByLabel('Naam volgens de KvK, leverancier 1').fill('De Oude Kwast B.V.');
  await page.getByRole('button', { name: 'Voeg leveranciers toe' }).click();
  await page.getByRole('rowheader', { name: 'De Oude Kwast B.V.' }).waitFor();
  await screenIsSound(page);

  await goTo(page, '/organisaties/leveranciersgroepen');
  await page.getByLabel(/^Zoek op naam/).fill(kvkNumber);
  await page.getByRole('link', { name }).waitFor();
  await page.waitForURL(`**?zoek=${kvkNumber}`);
});

it('a network coordinator adds a unit and a category, with dates that cannot be', async () => {
  const page = await openPage();
  await signInAs(page, 'network coordinator');
  const stamp = newNumber(2);
  await goTo(page, '/organisaties/opdrachtgevers/BZK');
  await page.getByText('Voeg een dienstonderdeel toe').first().click();
  await page.getByLabel('Naam', { exact: true }).fill(`Dienst ${stamp}`);
  await page.getByLabel('Code', { exact: true }).fill(`D${stamp}`);
  await page.getByLabel(/^Eerste dag \(/).fill('01-02-2026');
  await page.getByLabel(/^Laatste dag/).fill('01-01-2026');
  expectProblems(page, /^409 POST \/v1\/principals\//);
  const add = page.getByRole('button', { name: 'Voeg een dienstonderdeel toe' });
  await add.click();
  await page.getByText('De laatste dag ligt voor de eerste dag').first().waitFor();
  await page.getByLabel(/^Laatste dag/).fill('');
  await add.click();
  await page.getByRole('rowheader', { name: `Dienst ${stamp}` }).waitFor();
  await screenIsSound(page);

  await goTo(page, '/stamgegevens/categorieen');
  await page.getByRole('link', { name: 'Voeg een categorie toe' }).click();
  await settled(page);
  await page.getByLabel('Naam', { exact: true }).fill(`Categorie ${stamp}`);
  await page.getByLabel('Code', { exact: true }).fill(`CATEGORIE_${stamp}`);
  await page.getByLabel('Bron', { exact: true }).fill('Besluit van 1 februari 2026.');
  await page.getByRole('button', { name: 'Voeg een categorie toe' }).click();
  await page.getByRole('rowheader', { name: `Categorie ${stamp}` }).waitFor();
  await screenIsSound(page);
});

it('leaving the network is asked twice, says what happens, and can be left undone', async () => {
  const page = await openPage();
  await signInAs(page, 'network coordinator');
  await goTo(page, '/organisaties/opdrachtgevers/AZ');
  await page.getByText('Leg een vertrek uit het netwerk vast').first().click();
  const leftOn = page.getByLabel('Eerste dag buiten het netwerk');
  const leave = page.getByRole('button', { name: 'Leg een vertrek uit het netwerk vast' });
  await leftOn.fill('01-01-2099');
  await leave.click();
  await page.getByRole('link', { name: /vul vandaag .* of een eerdere dag in/ }).waitFor();
  await leftOn.fill('01-11-2026');
  await leave.click();
  const dialog = page.getByRole('dialog', { name: /^Het vertrek van ministerie van Algemene Zaken/ });
  await dialog.getByText('gaan verder in eigen plannen').waitFor();
  await dialog.getByText('U kunt dit niet terugdraaien').waitFor();
  await screenIsSound(page);
  await dialog.getByRole('button', { name: 'Annuleer' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { items } = await apiOf(page).get('/principals');
  expect(items.find(({ code }: { code: string }) => code === 'AZ').isMember).toBe(true);
});

it('a ministry cannot join the network in the time that it was a member', async () => {
  const page = await openPage();
  await signInAs(page, 'network coordinator');
  await goTo(page, '/organisaties');
  await page.getByRole('link', { name: 'ministerie van Onderwijs, Cultuur en Wetenschap' }).click();
  await settled(page);
  await page.getByText('Leg het lidmaatschap van het netwerk vast').first().click();
  const join = page.getByRole('button', { name: 'Leg het lidmaatschap van het netwerk vast' });
  await join.click();
  await page.getByRole('link', { name: 'Vul in: eerste dag als lid.' }).waitFor();
  expectProblems(page, /^409 POST \/v1\/network-memberships/);
  await page.getByLabel('Eerste dag als lid').fill('01-06-2025');
  await join.click();
  await page
    .getByText(/is in die tijd al lid van het netwerk/)
    .first()
    .waitFor();
  await eventually(async () => expect(await page.getByLabel('Eerste dag als lid').inputValue()).toBe('01-06-2025'));
  await screenIsSound(page);
});
