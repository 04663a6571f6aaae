import { apiOf, expectProblems, goTo, openPage, screenIsSound, settled, signInAs, type Page } from './support/browse';
import { eventually } from './support/eventually';

// The supplier's portal: a placement, hours by keyboard and by paste, a colleague's check, submitting, nothing to report,
// and a refused claim that is put right. Everything is of placements that the walk makes itself.

const COORDINATOR = 'Lotte Lepel';
const EMPLOYEE = 'Victor Vork';
const PLAN = 'LEPEL-1';

/** New in every run, since the server may be older than the run. */
const unique = (head: string) => `${head}-${Date.now().toString(36).toUpperCase()}`;

async function planOf(page: Page): Promise<{ planId: string; supplierKvkNumber: string; block: string }> {
  const { items } = await apiOf(page).get('/placements?limit=100');
  return items.find(({ planName }: { planName: string }) => planName === PLAN);
}

/** A placement that ran in the second quarter of 2025. */
async function placement(page: Page, ref: string): Promise<void> {
  const { planId, supplierKvkNumber, block } = await planOf(page);
  await apiOf(page).post('/placements', {
    ref,
    planId,
    supplierKvkNumber,
    candidate: ref,
    block,
    employmentForm: 'FORMAL',
    startsOn: '2025-04-01',
    endsOn: '2025-06-30',
    registerIndicated: 'YES',
  });
}

/** A report of that quarter that adds to those before; the one that was begun, if there is one. */
async function report(page: Page, quarter: string): Promise<string> {
  const { planId, supplierKvkNumber } = await planOf(page);
  const body = { planId, supplierKvkNumber, quarter, supplementary: true };
  const { id } = await apiOf(page).post('/reports', body);
  return id as string;
}

const cell = (page: Page, ref: string, month: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${ref} .*${month}$`) });

/** As a spreadsheet puts it on the clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

const saved = (page: Page) => page.getByText(/^Opgeslagen \d/).waitFor();

async function submit(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('dialog').getByRole('button', { name: label }).click();
  await page.getByText(/^Ingediend door/).waitFor();
}

it('a placement takes at most 9 fields and 12 actions', async () => {
  const page = await openPage();
  await signInAs(page, COORDINATOR);
  await goTo(page, '/plaatsingen');
  let actions = 0;
  const act = async (action: Promise<unknown>) => {
    actions += 1;
    await action;
  };
  const candidate = unique('K');
  await act(page.getByRole('link', { name: 'Nieuwe plaatsing' }).click());
  await page.getByLabel('Kenmerk van de kandidaat').waitFor();
  await act(page.getByLabel('Plan', { exact: true }).selectOption({ label: PLAN }));
  await act(page.getByLabel('Kenmerk van de kandidaat').fill(candidate));
  await act(page.getByLabel('Eerste werkdag').fill('1-10-2026'));
  await act(page.getByLabel('Bouwblok').selectOption({ index: 1 }));
  await page.getByText(/36 uur per week telt ongeveer €.* per kwartaal/).waitFor();
  // With the bonuses of the plan's value table in sight.
  const fields = await page.evaluate(() => {
    const controls = document.querySelectorAll('main form :is(input, select, textarea)');
    return new Set([...controls].map((control) => control.closest('fieldset') ?? control)).size;
  });
  await act(page.getByRole('radio', { name: 'Niet bekend' }).check());
  await act(page.getByRole('button', { name: 'Meld de plaatsing aan' }).click());
  await page.getByRole('heading', { name: /^Plaatsing / }).waitFor();
  await page.getByText(candidate).waitFor();
  process.stdout.write(`A placement: ${fields} fields, ${actions} actions.\n`);
  expect(fields).toBeLessThanOrEqual(9);
  expect(actions).toBeLessThanOrEqual(12);
  await screenIsSound(page);
});

it('a placement refuses a number of a person and a name, and keeps what was typed', async () => {
  const page = await openPage();
  await signInAs(page, EMPLOYEE);
  await goTo(page, '/plaatsingen/nieuw');
  const candidate = page.getByLabel('Kenmerk van de kandidaat');
  await candidate.fill('111222333');
  await page.getByRole('button', { name: 'Meld de plaatsing aan' }).click();
  await page.getByRole('link', { name: /lijkt op een BSN/ }).waitFor();
  await candidate.fill('Jan Jansen');
  await page.getByRole('link', { name: /geen naam/ }).waitFor();
  await eventually(async () => expect(await candidate.inputValue()).toBe('Jan Jansen'));
  await screenIsSound(page);
});

it('hours go from keyboard and spreadsheet to a colleague, the verifier, and back when they are refused', async () => {
  const employee = await openPage();
  await signInAs(employee, EMPLOYEE);
  const head = unique('W');
  const [a, b] = [`${head}-1`, `${head}-2`];
  await placement(employee, a);
  await placement(employee, b);
  const reportId = await report(employee, '2025-Q2');

  await goTo(employee, `/rapportages/${reportId}?rijen=alle`);
  await cell(employee, a, 'april').focus();
  await employee.keyboard.type('152,25');
  await employee.keyboard.press('ArrowRight');
  await employee.keyboard.type('abc');
  await employee.getByText(/mei: “abc” is geen getal/).waitFor();
  await employee.keyboard.press('Escape');
  await eventually(async () => expect(await cell(employee, a, 'mei').inputValue()).toBe(''));
  await employee.keyboard.press('Enter');
  await eventually(async () =>
    expect(await cell(employee, b, 'mei').evaluate((one) => one === document.activeElement)).toBe(true),
  );

  await paste(
    employee,
    `Kenmerk\tapril\tmei\tjuni\r\n${b}\t160\t1,234.50\t\r\n${a}\t\t148\t150,5\r\nP-99\t1\t2\t3\r\n`,
  );
  await employee.getByText(`rij ${b}, mei: “1,234.50” is geen getal`).waitFor();
  await employee.getByText('rij P-99: geen plaatsing met dit kenmerk in dit kwartaal').waitFor();
  await eventually(async () => expect(await cell(employee, a, 'april').inputValue()).toBe('152,25'));
  await eventually(async () => expect(await cell(employee, a, 'juni').inputValue()).toBe('150,50'));
  await employee.getByRole('button', { name: 'Maak het plakken ongedaan' }).click();
  await eventually(async () => expect(await cell(employee, a, 'juni').inputValue()).toBe(''));
  await cell(employee, a, 'mei').focus();
  await paste(employee, '148\t150,5\r\n160\t144');
  await saved(employee);
  await employee.getByText('U hebt zelf de laatste wijziging gedaan.', { exact: false }).waitFor();
  await screenIsSound(employee);

  const coordinator = await openPage();
  await signInAs(coordinator, COORDINATOR);
  await goTo(coordinator, `/rapportages/${reportId}`);
  await eventually(async () => expect(await cell(coordinator, b, 'juni').inputValue()).toBe('144'));
  await coordinator.getByRole('button', { name: /heb de rapportage nagekeken/ }).click();
  await submit(coordinator, 'Dien de rapportage in');
  await screenIsSound(coordinator);

  const { lines } = await apiOf(coordinator).get(`/reports/${reportId}`);
  const { claimId } = lines.find(({ placementRef }: { placementRef: string }) => placementRef === a);
  const verifier = await openPage();
  await signInAs(verifier, 'Vera Vinkje');
  const reason = `De uren van mei kloppen niet (${a}).`;
  await apiOf(verifier).post('/decisions', { decisions: [{ claimId, verdict: 'REJECT', reason }] });

  await goTo(coordinator, `/bijdragen/${claimId}`);
  await coordinator.getByText(`Waarom niet geaccepteerd: ${reason}`).waitFor();
  await screenIsSound(coordinator);
  await coordinator.getByRole('button', { name: 'Verbeter en dien opnieuw in' }).click();
  await coordinator.getByText(reason).waitFor();
  await settled(coordinator);
  await eventually(async () => expect(await cell(coordinator, a, 'april').inputValue()).toBe('152,25'));
  await cell(coordinator, a, 'mei').fill('140');
  await saved(coordinator);
  const again = new URL(coordinator.url()).pathname;
  await goTo(employee, again);
  await employee.getByRole('button', { name: /heb de rapportage nagekeken/ }).click();
  await employee.getByText(/Nagekeken door/).waitFor();
  await goTo(coordinator, again);
  await submit(coordinator, 'Dien de rapportage in');
  await goTo(coordinator, `/bijdragen/${claimId}`);
  await coordinator.getByText(/opnieuw ingediend als bijdrage/).waitFor();
}, 120_000);

it('a quarter without anything is reported as such', async () => {
  const employee = await openPage();
  await signInAs(employee, EMPLOYEE);
  const reportId = await report(employee, '2025-Q3');
  const coordinator = await openPage();
  await signInAs(coordinator, COORDINATOR);
  await goTo(coordinator, `/rapportages/${reportId}`);
  await coordinator.getByRole('button', { name: 'Ik heb nagekeken dat er niets te melden is' }).click();
  await submit(coordinator, 'Meld dat er niets was');
  await coordinator.getByText('In dit kwartaal was er niets te melden').waitFor();
  await screenIsSound(coordinator);
});

it('what cannot be saved stays in the grid and says so', async () => {
  const page = await openPage();
  await signInAs(page, EMPLOYEE);
  const ref = unique('WC');
  await placement(page, ref);
  const reportId = await report(page, '2025-Q2');
  await goTo(page, `/rapportages/${reportId}?rijen=alle`);
  expectProblems(page, /lines/);
  await page.route('**/lines', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', status: 409, title: 'Conflict', detail: '', code: 'report.stale' }),
    }),
  );
  await cell(page, ref, 'april').fill('12');
  await page.getByText('Een collega heeft deze rapportage intussen gewijzigd').waitFor();
  await eventually(async () => expect(await cell(page, ref, 'april').inputValue()).toBe('12'));
  await page.unroute('**/lines');
  await page.getByRole('button', { name: 'Neem de nieuwe versie en houd mijn cellen' }).click();
  await saved(page);
  await eventually(async () => expect(await cell(page, ref, 'april').inputValue()).toBe('12'));
  await cell(page, ref, 'april').fill('');
  await page.getByText('Nog niet opgeslagen …').waitFor();
  await saved(page);
});
