import { apiOf, expectProblems, goTo, openPage, screenIsSound, settled, signInAs, type Page } from './support/browse';
import { eventually } from './support/eventually';

/** A code that no run used before, also on a server that is older than this run. */
const newCode = (family: string) => `${family}-${Date.now()}`;

const send = (page: Page) => page.getByRole('button', { name: 'Stel deze versie voor' });

it('a table steward proposes a version, with mistakes on the way', async () => {
  const code = newCode('WANDELING');
  const tess = await openPage();
  await signInAs(tess, 'Tess Tabel');
  await goTo(tess, '/waardetabellen');
  await tess.getByRole('link', { name: 'Stel een nieuwe versie voor' }).click();
  await settled(tess);
  await tess.getByRole('link', { name: 'Voorbeeldtabel (geen tabel van het Rijk)', exact: true }).click();
  await settled(tess);

  // Mistakes are said all at once, each at its cell.
  await tess.getByLabel('Code van de versie').fill('met spaties');
  await tess.getByLabel('Waarde per jaar, plaatsing 2').fill('veel');
  await tess.getByLabel('Code, plaatsing 3').fill('NUG');
  await tess.getByRole('button', { name: 'Voeg een toeslag toe' }).click();
  await tess.getByLabel('Omschrijving, toeslag 4').fill('Statushouder');
  await send(tess).click();
  const summary = tess.getByRole('group', { name: 'Controleer uw gegevens' });
  await summary.getByText('Code van de versie: gebruik alleen hoofdletters').waitFor();
  await summary.getByText('Code, plaatsing 1: deze code staat er meer dan één keer').waitFor();
  await summary.getByText('Vul in: waarde per jaar, toeslag 4.').waitFor();
  await screenIsSound(tess);
  await summary.getByRole('link', { name: /^Waarde per jaar, plaatsing 2/ }).click();
  await tess.keyboard.press('Control+A');
  await tess.keyboard.type('12.500,50');
  await tess.getByLabel('Code, plaatsing 3').fill('STAGE_MBO_HBO');
  await tess.getByLabel('Waarde per jaar, toeslag 4').fill('5000');

  // A row that was taken away by mistake comes back; a reload loses nothing.
  await tess.getByRole('button', { name: 'Verwijder plaatsing 1', exact: true }).click();
  await tess.getByRole('button', { name: 'Zet terug' }).click();
  await eventually(async () =>
    expect(await tess.getByLabel('Omschrijving, plaatsing 1', { exact: true }).inputValue()).toBe(
      'Werkzoekend zonder uitkering',
    ),
  );
  await tess.getByLabel('Code van de versie').fill('VOORBEELD-2023-07');
  await tess.reload();
  await settled(tess);
  await tess.getByText('Dit had u hier al ingevuld').waitFor();
  await eventually(async () =>
    expect(await tess.getByLabel('Waarde per jaar, plaatsing 2').inputValue()).toBe('12.500,50'),
  );

  // What only the register knows comes back at its field.
  expectProblems(tess, /^409 POST \/v1\/value-tables/);
  await send(tess).click();
  await tess
    .getByText(/Er is al een waardetabel VOORBEELD-2023-07/)
    .first()
    .waitFor();
  await tess.getByLabel('Code van de versie').fill(code);
  await tess.getByLabel('Naam van de versie').fill(`Wandeling ${code}`);
  await send(tess).click();
  await tess.waitForURL(`**/waardetabellen/${code}`);
  await settled(tess);
  await tess.getByText('Uw voorstel is verstuurd').waitFor();

  const { blocks, bonuses, version } = await apiOf(tess).get(`/value-tables/${code}`);
  expect(blocks[1]).toMatchObject({ code: 'JONGEREN', annualValueCents: 1_250_050 });
  expect(bonuses[3]).toMatchObject({ code: 'STATUSHOUDER', label: 'Statushouder', annualValueCents: 500_000 });
  await apiOf(tess).post(`/value-tables/${code}/withdrawals`, { version });
});

/** A proposal of Tess, made without the screen: a copy in which one yearly value is higher and one bonus is new. */
async function propose(tess: Page, code: string): Promise<void> {
  const { example, validFrom, source, normHoursPerWeek, notValued, blocks, bonuses } = await apiOf(tess).get(
    '/value-tables/VOORBEELD-2023-07',
  );
  const higher = blocks.map((block: { code: string; annualValueCents: number }) =>
    block.code === 'JONGEREN' ? { ...block, annualValueCents: block.annualValueCents + 250_050 } : block,
  );
  const added = { code: 'STATUSHOUDER', label: 'Statushouder', annualValueCents: 500_000 };
  await apiOf(tess).post('/value-tables', {
    code,
    name: `Voorstel ${code}`,
    ...{ example, validFrom, source, normHoursPerWeek, notValued },
    blocks: higher,
    bonuses: [...bonuses, added],
  });
}

it('a colleague sees what a proposal changes before approving it; the proposer cannot approve it', async () => {
  const code = newCode('VIER-OGEN');
  const tess = await openPage();
  await signInAs(tess, 'Tess Tabel');
  await propose(tess, code);
  await goTo(tess, `/waardetabellen/${code}`);
  await tess.getByText('U hebt deze versie zelf voorgesteld').waitFor();
  await tess.getByText(/Daarom kunt u deze versie niet goedkeuren/).waitFor();
  await eventually(async () =>
    expect(await tess.getByRole('button', { name: 'Keur deze versie goed' }).count()).toBe(0),
  );
  await goTo(tess, `/waardetabellen/${code}/weigeren`);
  await tess.waitForURL(`**/waardetabellen/${code}`);

  const wim = await openPage();
  await signInAs(wim, 'Wim Waarde');
  await goTo(wim, '/waardetabellen');
  await wim
    .getByRole('link', { name: `Voorstel ${code}` })
    .first()
    .click();
  await settled(wim);
  await wim.getByText('Tess Tabel stelt deze versie voor').waitFor();
  await wim.getByLabel('Naast welke goedgekeurde versie?').selectOption('VOORBEELD-2023-07');
  const changes = wim.getByRole('table', { name: /^Verschillen tussen/ });
  await changes.getByText('€ 2.500,50 hoger').waitFor();
  await changes.getByText(`Alleen in ${code}`).waitFor();
  await wim.getByText('14 regels blijven gelijk').waitFor();
  await screenIsSound(wim);
  await wim.getByRole('button', { name: 'Keur deze versie goed' }).click();
  await wim
    .getByRole('dialog')
    .getByText(/Bestaande plannen houden hun eigen tabel/)
    .waitFor();
  await wim.getByRole('dialog').getByRole('button', { name: 'Keur deze versie goed' }).click();
  await wim.getByText('De versie is goedgekeurd').waitFor();
  await wim.getByText('Geen plan rekent met deze tabel').waitFor();
  expect(await apiOf(wim).get(`/value-tables/${code}`)).toMatchObject({ state: 'APPROVED', decidedBy: 'Wim Waarde' });
  await screenIsSound(wim);
});

it('a proposal that was changed in another window keeps what was typed in this one', async () => {
  const code = newCode('VENSTER');
  const tess = await openPage();
  await signInAs(tess, 'Tess Tabel');
  await propose(tess, code);
  await goTo(tess, `/waardetabellen/${code}`);
  await tess.getByRole('link', { name: 'Wijzig uw voorstel' }).click();
  await settled(tess);
  await tess.getByLabel('Waarde per jaar, plaatsing 1', { exact: true }).fill('6000');

  const other = await tess.context().newPage();
  await goTo(other, `/waardetabellen/${code}/wijzigen`);
  await other.getByLabel('Naam van de versie').fill(`Ander venster ${code}`);
  await other.getByRole('button', { name: 'Sla uw voorstel op' }).click();
  await other.waitForURL(`**/waardetabellen/${code}`);
  await other.close();

  expectProblems(tess, /^409 PUT \/v1\/value-tables\//);
  await tess.getByRole('button', { name: 'Sla uw voorstel op' }).click();
  await tess.getByText('Uw voorstel is intussen gewijzigd').waitFor();
  await eventually(async () =>
    expect(await tess.getByLabel('Waarde per jaar, plaatsing 1', { exact: true }).inputValue()).toBe('6000'),
  );
  await tess.getByRole('button', { name: 'Houd wat ik hier heb ingevuld' }).click();
  await tess.getByRole('button', { name: 'Sla uw voorstel op' }).click();
  await tess.waitForURL(`**/waardetabellen/${code}`);
  const { blocks, name } = await apiOf(tess).get(`/value-tables/${code}`);
  expect(blocks[0].annualValueCents).toBe(600_000);
  expect(name).not.toContain('Ander venster');

  await tess.getByRole('button', { name: 'Trek uw voorstel in' }).click();
  await tess.getByRole('dialog').getByRole('button', { name: 'Trek uw voorstel in' }).click();
  await tess.getByText('Uw voorstel is ingetrokken').waitFor();
  await screenIsSound(tess);
});

it('a colleague refuses a proposal with a reason, and the proposer reads it', async () => {
  const code = newCode('WEIGERING');
  const tess = await openPage();
  await signInAs(tess, 'Tess Tabel');
  await propose(tess, code);

  const wim = await openPage({ width: 390 });
  await signInAs(wim, 'Wim Waarde');
  await goTo(wim, `/waardetabellen/${code}`);
  await wim.getByRole('link', { name: 'Weiger deze versie' }).click();
  await settled(wim);
  await wim.getByRole('button', { name: 'Weiger deze versie' }).click();
  await wim.getByRole('link', { name: 'Vul in: reden van de weigering.' }).waitFor();
  await screenIsSound(wim);
  await wim.getByLabel('Reden van de weigering').fill('De waarde voor bbl is niet die van de bron.');
  await wim.getByRole('button', { name: 'Weiger deze versie' }).click();
  await wim.waitForURL(`**/waardetabellen/${code}`);
  await wim.getByText('De versie is geweigerd').waitFor();

  await goTo(tess, `/waardetabellen/${code}`);
  await tess.getByText('De waarde voor bbl is niet die van de bron.').first().waitFor();
  await eventually(async () => expect(await tess.getByRole('link', { name: 'Wijzig uw voorstel' }).count()).toBe(0));
  await screenIsSound(tess);
});
