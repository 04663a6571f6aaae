import { randomUUID } from 'node:crypto';
import { apiOf, expectProblems, goTo, screenIsSound, settled } from './support/browse';
import { CATERER, pageOf, proposeForPlan, registerContract } from './support/contracts';
import { eventually } from './support/eventually';

// Wanda and Willem are contract managers of the same ministry: what one proposes the other decides.
const [ONE, OTHER] = ['Wanda Water', 'Willem Wegen'];

it('a contract manager registers a contract, with mistakes on the way', async () => {
  const page = await pageOf(ONE);
  await goTo(page, '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Contracten' }).click();
  await page.getByRole('link', { name: 'Registreer een contract' }).click();
  await page.getByRole('heading', { level: 1, name: 'Registreer een contract' }).waitFor();
  await screenIsSound(page);

  // Nothing filled in: every fault at once, each a link to its field.
  const submit = page.getByRole('button', { name: 'Registreer het contract' });
  await submit.click();
  const summary = page.getByRole('group', { name: 'Controleer uw gegevens' });
  await summary.getByText('Er zijn 6 dingen niet goed ingevuld.').waitFor();
  await screenIsSound(page);
  await summary.getByRole('link', { name: 'Vul in: laatste dag.' }).click();
  await eventually(async () =>
    expect(await page.getByLabel('Laatste dag').evaluate((field) => field === document.activeElement)).toBe(true),
  );

  const title = `Schoonmaak posten ${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Naam van het contract').fill(title);
  await page.getByLabel('KvK-nummer van de leverancier').fill(CATERER.kvkNumber);
  await page.getByText('Bij ons bekend: Cateraar De Gulle Lepel B.V.').waitFor();
  await page.getByLabel('Dag van gunning').fill('1-12-2025');
  await page.getByLabel('Eerste dag').fill('01-01-2026');
  await page.getByLabel('Laatste dag').fill('31-12-2025');
  await page.getByLabel('Waarde over de hele looptijd').fill('4,800,000.00');
  await page.getByLabel('Een vast bedrag').check();
  await page.getByLabel('Bedrag van de verplichting').fill('144.000');
  await submit.click();
  await summary.getByText('De laatste dag ligt voor de eerste dag. Pas een van beide aan.').waitFor();
  await summary.getByText('Waarde over de hele looptijd: vul een bedrag in zoals 1.250,50.').waitFor();

  // The rule says more with every figure that is known.
  const rule = page.getByRole('region', { name: 'Wat de regel zegt' });
  await page.getByLabel('Laatste dag').fill('31-12-2029');
  await page.getByLabel('Waarde over de hele looptijd').fill('4.800.000');
  await rule.getByText('Nog niet zeker. Voor zover nu bekend:').waitFor();
  await page.getByLabel('CPV-code').fill('90910000-9');
  await rule.getByText('Het bedrag is nog niet bekend').waitFor();
  await page.getByLabel('Welk deel daarvan is loon?').fill('60');
  await rule.getByText('€ 144.000,00').first().waitFor();
  await screenIsSound(page);

  // A reload loses nothing.
  await page.reload();
  await settled(page);
  await page.getByText('Wij hebben ingevuld wat u eerder typte.').waitFor();
  await eventually(async () => expect(await page.getByLabel('Naam van het contract').inputValue()).toBe(title));
  await rule.getByText('€ 144.000,00').first().waitFor();

  // A fixed amount is not what the rule proposes: that takes a reason. Following it is one click.
  await submit.click();
  await summary.getByText('Vul in: waarom wijkt u af van de regel.').waitFor();
  await rule.getByRole('button', { name: 'Volg de regel' }).click();
  await page.getByText('De verplichting wordt € 144.000,00.').waitFor();
  await submit.click();

  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(/Het contract is geregistreerd als IenW-2025/).waitFor();
  await page.getByText('De verplichting is € 144.000,00. Wat komt er nu?').waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Registreer nog een contract' }).click();
  await eventually(async () => expect(await page.getByLabel('Naam van het contract').inputValue()).toBe(''));
});

it('a contract manager agrees to bundling after seeing what it means, and takes it back', async () => {
  const page = await pageOf(ONE);
  const contract = await registerContract(apiOf(page));
  const plan = await proposeForPlan(contract);
  await goTo(page, '/voorstellen');
  await page.getByRole('link', { name: `Bekijk het voorstel: ${contract.title}` }).click();
  await page.getByRole('heading', { level: 1, name: `Voorstel: ${contract.title}` }).waitFor();
  await page.getByText('U blijft verantwoordelijk voor deze verplichting.').waitFor();
  await page.getByText('Het bedrag blijft € 40.000').waitFor();
  await screenIsSound(page);

  // To decline takes a reason; the way back is open.
  await page.getByRole('link', { name: 'Wijs af' }).click();
  await page.getByRole('button', { name: 'Wijs het voorstel af' }).click();
  await page.getByRole('link', { name: 'Vul in: waarom wijst u het voorstel af.' }).waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Terug naar het voorstel' }).click();

  await page.getByRole('button', { name: 'Ga akkoord' }).click();
  await page.getByText('De opdrachtgever is akkoord. De verplichting doet mee in dit plan.').waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Naar het contract' }).click();
  await page.getByRole('link', { name: plan.name }).waitFor();

  await page.getByRole('button', { name: 'Haal uit het plan' }).click();
  await page.getByText('Wat al is vervuld, blijft staan. Nieuwe bijdragen').waitFor();
  await page.getByRole('button', { name: 'Annuleer' }).click();
  await page.getByRole('link', { name: plan.name }).waitFor();
  await page.getByRole('button', { name: 'Haal uit het plan' }).click();
  await page.getByRole('button', { name: 'Haal de verplichting uit het plan' }).click();
  await page.getByText('Deze verplichting zit in geen leveranciersplan').waitFor();
  await screenIsSound(page);
});

it('a contract manager revises; a colleague who did so meanwhile is not overwritten', async () => {
  const page = await pageOf(ONE);
  const contract = await registerContract(apiOf(page));
  await goTo(page, `/contracten/${contract.id}/verplichting`);
  await page.getByRole('link', { name: 'Pas de verplichting aan' }).click();
  await page.getByLabel('Nieuw bedrag van de verplichting').fill('45.000');
  await page.getByText('De verplichting gaat van € 40.000,00 naar € 45.000,00.').waitFor();
  await page.getByLabel('Waarom past u de verplichting aan?').fill('Het contract is verlengd.');
  await screenIsSound(page);

  const colleague = apiOf(await pageOf(OTHER));
  const change = { amountCents: 4_200_000, previous: 4_000_000, reason: 'Meerwerk.' };
  await colleague.post(`/contracts/${contract.id}/revisions`, change);
  expectProblems(page, /^409 POST \/v1\/contracts\/.*\/revisions/);
  await page.getByRole('button', { name: 'Pas de verplichting aan' }).click();
  await page.getByText(/Iemand anders heeft deze verplichting intussen aangepast/).waitFor();
  await eventually(async () =>
    expect(await page.getByLabel('Waarom past u de verplichting aan?').inputValue()).toBe('Het contract is verlengd.'),
  );

  // The form says what it is now; sending it again is a choice.
  await page.getByText('De verplichting gaat van € 42.000,00 naar € 45.000,00.').waitFor();
  await page.getByRole('button', { name: 'Pas de verplichting aan' }).click();
  await page.getByRole('heading', { name: 'Alle bedragen die hebben gegolden' }).waitFor();
  await page.getByRole('cell', { name: 'Meerwerk.' }).waitFor();
  await page.getByRole('cell', { name: 'Het contract is verlengd.' }).waitFor();
  await screenIsSound(page);
});

it('an exemption takes a second person', async () => {
  const page = await pageOf(ONE);
  const contract = await registerContract(apiOf(page));
  const address = `/contracten/${contract.id}/verplichting`;
  await goTo(page, address);
  await page.getByRole('link', { name: 'Stel een vrijstelling voor' }).click();
  await page.getByLabel('Waarom geen verplichting?').selectOption('OTHER');
  await page.getByRole('button', { name: 'Stel de vrijstelling voor' }).click();
  await page.getByRole('link', { name: 'Vul in: leg uit.' }).waitFor();
  await page.getByLabel('Leg uit').fill('De keuken gaat dicht.');
  await page.getByRole('button', { name: 'Stel de vrijstelling voor' }).click();
  await page.getByText('U hebt dit zelf voorgesteld.').waitFor();
  await screenIsSound(page);

  const colleague = await pageOf(OTHER);
  await goTo(colleague, address);
  await screenIsSound(colleague);
  await colleague.getByLabel('Ik weiger de vrijstelling').check();
  await colleague.getByRole('button', { name: 'Leg uw beslissing vast' }).click();
  await colleague.getByRole('link', { name: 'Vul in: waarom weigert u.' }).waitFor();
  await colleague.getByLabel('Ik keur de vrijstelling goed').check();
  await colleague.getByRole('button', { name: 'Leg uw beslissing vast' }).click();
  await colleague.getByText('Er geldt een vrijstelling').waitFor();
  await screenIsSound(colleague);
  await goTo(colleague, `/contracten/${contract.id}/logboek`);
  await colleague.getByRole('cell', { name: 'Vrijstelling goedgekeurd' }).waitFor();
  await screenIsSound(colleague);
});

it('an obligation is settled after the supplier was heard', async () => {
  const page = await pageOf(ONE);
  const contract = await registerContract(apiOf(page));
  const address = `/contracten/${contract.id}/afrekening`;
  await goTo(page, address);
  await page.getByRole('link', { name: 'Doe een voorstel' }).click();
  await page.getByLabel('Tekort, met inhouding').check();
  await page.getByText('U stelt voor om € 40.000,00 in te houden.').waitFor();
  await page.getByLabel('Welk deel van het tekort houdt u in?').fill('150');
  await page.getByText('U stelt voor om € 60.000,00 in te houden.').waitFor();
  await page.getByLabel('Waarom stelt u dit voor?').fill('Er is niets gedaan.');
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Stuur het voorstel' }).click();
  await page.getByText('Voorgestelde inhouding').waitFor();
  // While the supplier can still answer, a shortfall cannot be made final.
  await eventually(async () =>
    expect(await page.getByRole('button', { name: 'Maak de afrekening definitief' }).count()).toBe(0),
  );
  await screenIsSound(page);

  const supplier = await pageOf(CATERER.coordinator, { width: 390 });
  await goTo(supplier, address);
  await supplier.getByLabel('Nee, wij zijn het niet eens').check();
  await supplier.getByRole('button', { name: 'Stuur uw antwoord' }).click();
  await supplier.getByRole('link', { name: 'Vul in: wat wilt u hierover zeggen.' }).waitFor();
  await supplier.getByLabel('Wat wilt u hierover zeggen?').fill('Anderhalf keer staat niet in het contract.');
  await screenIsSound(supplier);

  // The ministry changes its proposal while the supplier is writing: the supplier sees the new one and answers that.
  await apiOf(page).post(`/contracts/${contract.id}/settlement-proposals`, {
    version: 1,
    outcome: 'SETTLED_WAIVED',
    reason: 'Wij laten het hierbij.',
  });
  expectProblems(supplier, /^409 POST \/v1\/contracts\/.*\/settlement-answers/);
  await supplier.getByRole('button', { name: 'Stuur uw antwoord' }).click();
  await supplier.getByText('De afrekening is intussen gewijzigd. U ziet nu de nieuwe stand.').first().waitFor();
  await supplier.getByText('Wij laten het hierbij.').waitFor();
  await eventually(async () =>
    expect(await supplier.getByLabel('Wat wilt u hierover zeggen?').inputValue()).toContain('Anderhalf keer'),
  );
  await supplier.getByLabel('Ja, wij zijn het eens').check();
  await supplier.getByLabel('Wat wilt u hierover zeggen?').fill('Dank u.');
  await supplier.getByRole('button', { name: 'Stuur uw antwoord' }).click();
  await supplier.getByText('De leverancier is het eens').waitFor();
  await screenIsSound(supplier);

  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: 'Maak de afrekening definitief' }).click();
  await page.getByText('Dit kunt u niet ongedaan maken.').waitFor();
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Maak definitief' }).click();
  await page
    .getByText(/Afgerekend op/)
    .first()
    .waitFor();
  await screenIsSound(page);
});

it('what two people change about a contract is not lost', async () => {
  const page = await pageOf(ONE);
  const contract = await registerContract(apiOf(page));
  await goTo(page, `/contracten/${contract.id}/wijzigen`);
  await page.getByLabel('Nummer van de aankondiging').fill('595577-2024');
  const colleague = await pageOf(OTHER);
  await goTo(colleague, `/contracten/${contract.id}/wijzigen`);
  await colleague.getByLabel('Naam van het contract').fill('Lunch en diner');
  await colleague.getByRole('button', { name: 'Bewaar de wijzigingen' }).click();
  await colleague.getByRole('heading', { level: 1, name: 'Lunch en diner' }).waitFor();

  expectProblems(page, /^409 PATCH \/v1\/contracts\//);
  await page.getByRole('button', { name: 'Bewaar de wijzigingen' }).click();
  await page.getByText('Gewijzigd door uw collega: Naam van het contract.').waitFor();
  await screenIsSound(page);
  await page.getByRole('button', { name: 'Bewaar de wijzigingen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lunch en diner' }).waitFor();
  await page.getByText('595577-2024').waitFor();
});
