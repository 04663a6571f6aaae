import { randomUUID } from 'node:crypto';
import { apiOf, expectProblems, goTo, screenIsSound, settled, type Api } from './support/browse';
import { CATERER, pageOf, registerContract } from './support/contracts';
import { eventually } from './support/eventually';

const COORDINATOR = 'Nienke Netwerk';
/** For the walks over many screens, on a slow machine. */
const LONG_MS = 120_000;
/** A contract that still runs. */
const RUNS = { startsOn: '2026-01-01', endsOn: '2029-12-31' };

/** Two obligations of one supplier at two ministries, in no plan. */
async function scattered() {
  const water = apiOf(await pageOf('Wanda Water'));
  const home = apiOf(await pageOf('Bas Binnenland'));
  return [
    await registerContract(water, RUNS),
    await registerContract(home, { ...RUNS, principalCode: 'BZK' }),
  ] as const;
}

it(
  'a network coordinator bundles scattered obligations, from the supplier to the proposals',
  async () => {
    const [one, two] = await scattered();
    const page = await pageOf(COORDINATOR);
    await goTo(page, '/');
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Bundelen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bundelen' }).waitFor();
    await page.getByRole('link', { name: 'Cateraar De Gulle Lepel B.V.' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cateraar De Gulle Lepel B.V.' }).waitFor();
    await settled(page);

    // Choosing shows the effect at once; the choice is in the address.
    await page.getByRole('checkbox', { name: `Kies contract ${one.number}` }).check();
    await page.getByText('1 verplichting gekozen, € 40.000.').waitFor();
    await page.getByText('Eén verplichting gekozen. Kies er meer').waitFor();
    await page.getByRole('checkbox', { name: `Kies contract ${two.number}` }).check();
    await page.getByText('Van 2 losse verplichtingen naar 1 plan.').waitFor();
    await page.getByRole('row', { name: 'Plekken om te volgen 2 1' }).waitFor();
    await page.getByRole('row', { name: 'Middelste bedrag per plek € 40.000 € 80.000' }).waitFor();
    await page.getByRole('row', { name: /Infrastructuur en Waterstaat 1 1 1/ }).waitFor();
    await screenIsSound(page);
    await page.reload();
    await settled(page);
    await page.getByText('Van 2 losse verplichtingen naar 1 plan.').waitFor();

    // Away and back: the choice is still there.
    await page.getByRole('link', { name: 'Kies het plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Een plan voor 2 verplichtingen' }).waitFor();
    await page.goBack();
    await eventually(async () =>
      expect(await page.getByRole('checkbox', { name: `Kies contract ${two.number}` }).isChecked()).toBe(true),
    );
    await page.getByRole('link', { name: 'Kies het plan' }).click();
    await settled(page);
    await screenIsSound(page);

    const propose = page.getByRole('button', { name: 'Stel dit plan voor aan de opdrachtgevers' });
    const summary = page.getByRole('group', { name: 'Controleer uw gegevens' });
    const name = page.getByLabel('Naam van het plan');
    await eventually(async () => expect(await name.inputValue()).toMatch(/^LEPEL-\d+$/));
    await name.fill('');
    await page.getByLabel('Plan van aanpak klaar op').fill('31-02-2027');
    await propose.click();
    await summary.getByText('Vul in: naam van het plan.').waitFor();
    await summary.getByText(/vul een datum in zoals 01-03-2026/).waitFor();
    await screenIsSound(page);
    await page.getByLabel('Plan van aanpak klaar op').fill('1-3-2027');
    await name.fill('LEPEL-1');
    expectProblems(page, /^409 POST \/v1\/plans/);
    await propose.click();
    await summary.getByText(/heeft al een plan LEPEL-1/).waitFor();
    const unused = `Bundel ${randomUUID().slice(0, 8)}`;
    await name.fill(unused);
    await propose.click();

    await page.getByRole('heading', { level: 1, name: `Voorgesteld: ${unused}` }).waitFor();
    await page.getByText('De voorstellen zijn verstuurd.').waitFor();
    await page.getByText('2 opdrachtgevers moeten nog instemmen.').waitFor();
    await page.getByRole('row', { name: new RegExp(`Waterstaat ${one.number}`) }).waitFor();
    await page.getByText(/schrijft het plan van aanpak, vóór 1 maart 2027/).waitFor();
    await screenIsSound(page);
    await page.getByRole('link', { name: 'Naar het plan' }).click();
    await page.getByRole('heading', { level: 1, name: unused }).waitFor();
    await screenIsSound(page);

    // What waits for an answer cannot be chosen again.
    await page.goBack();
    await page.getByRole('link', { name: 'Cateraar De Gulle Lepel B.V.' }).click();
    await page.getByText(`Wacht op antwoord voor ${unused}`).first().waitFor();
    await eventually(async () =>
      expect(await page.getByRole('checkbox', { name: `Kies contract ${one.number}` }).count()).toBe(0),
    );
  },
  LONG_MS,
);

it('a network coordinator adds an obligation to a plan that there is', async () => {
  const [one] = await scattered();
  const page = await pageOf(COORDINATOR);
  await goTo(page, `/bundelen/${one.supplier.supplierGroupId}?kies=${one.number}`);
  await page.getByRole('link', { name: 'Kies het plan' }).click();
  await page.getByRole('link', { name: 'Bestaand plan' }).click();
  const add = page.getByRole('button', { name: 'Stel dit voor aan de opdrachtgevers' });
  await add.click();
  await page.getByRole('group', { name: 'Controleer uw gegevens' }).getByText('Maak een keuze: welk plan.').waitFor();
  await screenIsSound(page);
  const { items } = await apiOf(page).get<{ items: { id: string; name: string }[] }>('/plans?limit=100');
  await page.getByLabel('Welk plan?').selectOption(items.find(({ name }) => name === 'LEPEL-1')?.id ?? '');
  await add.click();
  await page.getByRole('heading', { level: 1, name: 'Voorgesteld: LEPEL-1' }).waitFor();
  await page.getByRole('row', { name: new RegExp(one.number) }).waitFor();
  await screenIsSound(page);
});

/** A plan that its supplier submitted and that waits for the network. */
async function submittedPlan(network: Api) {
  const contract = await registerContract(apiOf(await pageOf('Wanda Water')), RUNS);
  const supplier = apiOf(await pageOf(CATERER.coordinator));
  const session = (of: Api) => of.get<{ person: { id: string } }>('/session');
  const plan = await network.post('/plans', {
    name: `Plan ${contract.number}`,
    kind: 'BUNDLE',
    supplierGroupId: contract.supplier.supplierGroupId,
    valueTable: 'VOORBEELD-2023-07',
    contractIds: [contract.id],
    clientLeadId: (await session(network)).person.id,
    supplierLeadId: (await session(supplier)).person.id,
  });
  const line = { block: 'PW', persons: 2, centihours: 200_000, from: '2026-02-01', to: '2027-01-31' };
  const written = await supplier.put(`/plans/${plan.id}/lines`, { version: plan.version, lines: [line] });
  const submit = async () => {
    const { version } = await supplier.get<{ version: number }>(`/plans/${plan.id}`);
    return supplier.post(`/plans/${plan.id}/submissions`, { version });
  };
  await submit();
  return { id: written.id as string, name: plan.name as string, submit };
}

it(
  'a network coordinator returns a plan with a reason, and approves it after that',
  async () => {
    const page = await pageOf(COORDINATOR);
    const plan = await submittedPlan(apiOf(page));
    await goTo(page, '/plannen?state=SUBMITTED');
    await page.getByRole('link', { name: plan.name }).click();
    await page.getByRole('heading', { level: 1, name: plan.name }).waitFor();
    await screenIsSound(page);
    await page.getByRole('link', { name: 'Maatregelen' }).click();
    await settled(page);
    await screenIsSound(page);

    await page.getByRole('button', { name: 'Stuur het plan terug' }).click();
    const back = page.getByRole('dialog', { name: 'Plan terugsturen?' });
    await back.getByRole('button', { name: 'Stuur het plan terug' }).click();
    await back.getByText('Vul in: wat moet de leverancier aanpassen.').first().waitFor();
    await screenIsSound(page);
    await back.getByLabel('Wat moet de leverancier aanpassen?').fill('Noem ook de regio.');
    await back.getByRole('button', { name: 'Stuur het plan terug' }).click();
    await page.getByText('Het plan is teruggestuurd.').waitFor();
    await page.getByText('Noem ook de regio.').waitFor();
    await screenIsSound(page);

    await plan.submit();
    await page.reload();
    await page.getByRole('button', { name: 'Keur het plan goed' }).click();
    const approve = page.getByRole('dialog', { name: 'Plan goedkeuren?' });
    await page.keyboard.press('Escape');
    await approve.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Keur het plan goed' }).click();
    await approve.getByRole('button', { name: 'Keur het plan goed' }).click();
    await page.getByText('Het plan is goedgekeurd. De leverancier ziet dat meteen.').waitFor();
    await screenIsSound(page);
  },
  LONG_MS,
);

it(
  'a network coordinator sees how a supplier goes, and who waits for whom',
  async () => {
    const page = await pageOf(COORDINATOR);
    await goTo(page, '/leveranciers?order=BEHIND');
    await screenIsSound(page);
    await page.getByRole('link', { name: 'Beveiliging De Wakkere Uil N.V.' }).click();
    await page.getByRole('heading', { level: 1, name: 'Beveiliging De Wakkere Uil N.V.' }).waitFor();
    await settled(page);
    await page.getByText('Achter op schema').first().waitFor();
    await page.getByRole('heading', { name: 'Wie wacht op wie?' }).waitFor();
    await page.getByRole('link', { name: 'UIL-1' }).first().waitFor();
    await screenIsSound(page);
    const parts = page.getByRole('navigation', { name: 'Onderdelen van de leverancier' });
    for (const part of ['Contracten', 'Verloop', 'Mensen']) {
      await parts.getByRole('link', { name: part }).click();
      await page.getByRole('heading', { level: 2, name: part }).waitFor();
      await screenIsSound(page);
    }
    await page.getByRole('link', { name: 'Bundel verplichtingen' }).click();
    await page.getByText('Kies de verplichtingen die samen in één plan moeten.').waitFor();
  },
  LONG_MS,
);

it('a contract manager makes a plan of contracts of its own ministry', async () => {
  const page = await pageOf('Wanda Water');
  const one = await registerContract(apiOf(page), RUNS);
  const two = await registerContract(apiOf(page), RUNS);
  await goTo(page, `/bundelen/${one.supplier.supplierGroupId}?kies=${one.number}&kies=${two.number}`);
  await page.getByText('Van 2 losse verplichtingen naar 1 plan.').waitFor();
  await screenIsSound(page);
  await page.getByRole('link', { name: 'Kies het plan' }).click();
  const name = `Eigen ${one.number}`;
  await page.getByLabel('Naam van het plan').fill(name);
  await page.getByText('De leverancier wijst zijn eigen aanspreekpunt aan.').waitFor();
  await page.getByRole('button', { name: 'Maak het plan' }).click();
  await page.getByRole('heading', { level: 1, name: `Gemaakt: ${name}` }).waitFor();
  await page.getByText('2 verplichtingen zitten in het plan.').waitFor();
  await screenIsSound(page);
});
