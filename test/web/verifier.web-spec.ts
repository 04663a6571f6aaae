import { expectProblems, goTo, screenIsSound, settled } from './support/browse';
import { newClaims } from './support/claims';
import { pageOf } from './support/contracts';
import { eventually } from './support/eventually';

const VERIFIER = 'Vera Vinkje';

it('a verifier accepts claims without oddities in one go', async () => {
  const [one, two] = await newClaims([
    { invoiceCents: 120_000, evidence: true },
    { invoiceCents: 130_050, evidence: true },
  ]);
  const page = await pageOf(VERIFIER);
  await goTo(page, '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Controle' }).click();
  await page.getByRole('heading', { level: 1, name: 'Controle van bijdragen' }).waitFor();
  await settled(page);
  await page.getByLabel('Plan', { exact: true }).selectOption({ value: one?.planId ?? '' });
  await page.getByRole('checkbox', { name: `Kies bijdrage ${one?.number}` }).check();
  await page.getByText('1 bijdrage gekozen').waitFor();
  await page.getByRole('checkbox', { name: `Kies bijdrage ${two?.number}` }).check();
  await page.getByText('2 bijdragen gekozen').waitFor();
  await screenIsSound(page);

  // First what it does to whom; the way back keeps the choice.
  await page.getByRole('button', { name: 'Accepteer 2 bijdragen' }).click();
  const dialog = page.getByRole('dialog', { name: '2 bijdragen accepteren?' });
  await dialog.getByText('Samen zijn ze € 2.500,50 waard. Zo worden ze verdeeld:').waitFor();
  await dialog
    .getByRole('row', { name: /Totaal/ })
    .getByText('€ 2.500,50')
    .waitFor();
  await screenIsSound(page);
  await dialog.getByRole('button', { name: 'Wijzig' }).click();
  await page.getByText('2 bijdragen gekozen').waitFor();
  await page.getByRole('button', { name: 'Accepteer 2 bijdragen' }).click();
  await dialog.getByText('Samen zijn ze € 2.500,50 waard.').waitFor();
  await dialog.getByRole('button', { name: 'Accepteer 2 bijdragen' }).click();
  await page.getByText('2 bijdragen zijn geaccepteerd.').waitFor();
  await page.getByRole('checkbox', { name: `Kies bijdrage ${one?.number}` }).waitFor({ state: 'detached' });

  // They are found again among what was decided.
  await page.getByLabel('Welke bijdragen').selectOption({ label: 'Al beoordeeld' });
  await page.getByRole('link', { name: String(two?.number), exact: true }).waitFor();
  await screenIsSound(page);
});

it('a verifier corrects an odd claim, with mistakes on the way', async () => {
  const [odd] = await newClaims([{ invoiceCents: 777_700, evidence: false }]);
  const page = await pageOf(VERIFIER);
  await goTo(page, `/bijdragen?queue=odd&planId=${odd?.planId}`);
  await page.getByRole('link', { name: String(odd?.number), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `Bijdrage ${odd?.number}` }).waitFor();
  await page.getByText('Er is geen bewijs opgegeven dat voldoende is.').waitFor();
  await screenIsSound(page);

  const look = page.getByRole('button', { name: 'Bekijk wat dit betekent' });
  const summary = page.getByRole('group', { name: 'Controleer uw gegevens' });
  await look.click();
  await summary.getByText('Maak een keuze: wat besluit u.').waitFor();
  await page.getByLabel('Accepteer met andere cijfers').check();
  await page.getByLabel('Welk bedrag is juist, zonder btw?').fill('7,000.00');
  await look.click();
  await summary.getByText(/vul een bedrag in zoals 1.250,50/).waitFor();
  await summary.getByText('Vul in: reden.').waitFor();
  await screenIsSound(page);
  await eventually(async () =>
    expect(await page.getByLabel('Welk bedrag is juist, zonder btw?').inputValue()).toBe('7,000.00'),
  );

  await page.getByLabel('Welk bedrag is juist, zonder btw?').fill('7.000');
  await page.getByLabel('Reden').fill('De btw hoort er niet bij.');
  await look.click();
  await page.getByRole('heading', { name: 'Dit gaat er gebeuren' }).waitFor();
  await page
    .getByRole('row', { name: /Totaal/ })
    .getByText('€ 7.000,00')
    .waitFor();
  await screenIsSound(page);

  // Changed one's mind: what was typed is still there.
  await page.getByRole('button', { name: 'Wijzig' }).click();
  await eventually(async () => expect(await page.getByLabel('Reden').inputValue()).toBe('De btw hoort er niet bij.'));
  await page.getByLabel('Welk bedrag is juist, zonder btw?').fill('6.500,50');
  await look.click();
  await page
    .getByRole('row', { name: /Totaal/ })
    .getByText('€ 6.500,50')
    .waitFor();
  await page.getByRole('button', { name: 'Accepteer de bijdrage' }).click();
  await page.getByText(`Bijdrage ${odd?.number} is geaccepteerd voor € 6.500,50.`).waitFor();

  await goTo(page, `/bijdragen/${odd?.id}`);
  await page.getByText('De btw hoort er niet bij.').waitFor();
  await page.getByText('€ 6.500,50').first().waitFor();
  await screenIsSound(page);
});

it('a verifier refuses a claim with a reason', async () => {
  const [odd] = await newClaims([{ invoiceCents: 88_800, evidence: false }]);
  const page = await pageOf(VERIFIER);
  await goTo(page, `/bijdragen/${odd?.id}`);
  await page.getByLabel('Wijs af').check();
  await page.getByRole('button', { name: 'Bekijk wat dit betekent' }).click();
  await page.getByRole('group', { name: 'Controleer uw gegevens' }).getByText('Vul in: reden.').waitFor();
  await page.getByLabel('Reden').fill('De factuur ontbreekt.');
  await page.getByRole('button', { name: 'Bekijk wat dit betekent' }).click();
  await page.getByText('De bijdrage telt niet mee.').waitFor();
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Wijs de bijdrage af' }).click();
  await page.getByText(`Bijdrage ${odd?.number} is afgewezen.`).waitFor();

  // The supplier reads why, and can send it again.
  const supplier = await pageOf('Pieter Pont');
  await goTo(supplier, `/bijdragen/${odd?.id}`);
  await supplier.getByText('De factuur ontbreekt.').first().waitFor();
});

it('a verifier judges evidence, gives more time, and reverses a decision', async () => {
  const [clean] = await newClaims([{ invoiceCents: 99_900, evidence: true }]);
  const page = await pageOf(VERIFIER);
  await goTo(page, `/bijdragen/${clean?.id}`);
  await page.getByText('Er valt niets op aan deze bijdrage.').waitFor();
  await page.getByRole('button', { name: /Niet voldoende/ }).click();
  await page.getByRole('button', { name: 'Leg dit oordeel vast' }).click();
  await page.getByText('Vul in: waarom is dit bewijs niet voldoende.').first().waitFor();
  await screenIsSound(page);
  await page.getByLabel('Waarom is dit bewijs niet voldoende?').fill('De factuur is niet leesbaar.');
  await page.getByRole('button', { name: 'Leg dit oordeel vast' }).click();
  await page.getByText('Het oordeel over het bewijs is vastgelegd.').waitFor();
  await page.getByText('De factuur is niet leesbaar.').waitFor();
  await screenIsSound(page);

  // Accepted all the same, and then reversed: both stay to be read.
  await page.getByLabel('Accepteer zoals opgegeven').check();
  await page.getByRole('button', { name: 'Bekijk wat dit betekent' }).click();
  await page.getByRole('button', { name: 'Accepteer de bijdrage' }).click();
  await page.getByText(`Bijdrage ${clean?.number} is geaccepteerd voor € 999,00.`).waitFor();
  await goTo(page, `/bijdragen/${clean?.id}`);
  await page.getByRole('button', { name: 'Draai het besluit terug' }).click();
  const dialog = page.getByRole('dialog', { name: 'Besluit terugdraaien?' });
  await dialog.getByRole('button', { name: 'Draai het besluit terug' }).click();
  await dialog.getByRole('group', { name: 'Controleer uw gegevens' }).waitFor();
  await screenIsSound(page);
  await dialog.getByLabel('Waarom draait u dit besluit terug?').fill('De factuur bleek dubbel.');
  await dialog.getByRole('button', { name: 'Draai het besluit terug' }).click();
  await page.getByText(`Het besluit over bijdrage ${clean?.number} is teruggedraaid.`).waitFor();
  await page.getByText('De factuur bleek dubbel.').waitFor();
  await screenIsSound(page);
});

it('two verifiers decide on the same claim: the second is told', async () => {
  const [claim] = await newClaims([{ invoiceCents: 66_600, evidence: true }]);
  const page = await pageOf(VERIFIER);
  const other = await pageOf('Bob Bewijs');
  for (const each of [page, other]) {
    await goTo(each, `/bijdragen/${claim?.id}`);
    await each.getByLabel('Accepteer zoals opgegeven').check();
    await each.getByRole('button', { name: 'Bekijk wat dit betekent' }).click();
    await each.getByRole('heading', { name: 'Dit gaat er gebeuren' }).waitFor();
  }
  await page.getByRole('button', { name: 'Accepteer de bijdrage' }).click();
  await page.getByText(`Bijdrage ${claim?.number} is geaccepteerd`).waitFor();
  expectProblems(other, /^409 POST \/v1\/decisions/);
  await other.getByRole('button', { name: 'Accepteer de bijdrage' }).click();
  await other.getByRole('alert').waitFor();
  await screenIsSound(other);
});
