import { SCREENS, type Screen } from './screens';
import {
  apiOf,
  expectProblems,
  goTo,
  keepPicture,
  openPage,
  screenIsSound,
  settled,
  signInAs,
  switchLanguage,
  type Page,
} from './support/browse';
import { withEmptyLists, withoutAnswers } from './support/states';
import { eventually } from './support/eventually';

/** In pixels: the narrowest window that WCAG asks for. */
const NARROWEST = 320;

/** The page of somebody signed in, and the address of the screen. */
async function approach({ path, as, problem }: Screen): Promise<{ page: Page; address: string }> {
  const page = await openPage();
  if (as !== null) await signInAs(page, as);
  if (problem) expectProblems(page, problem);
  return { page, address: typeof path === 'string' ? path : await path(apiOf(page)) };
}

async function open(screen: Screen): Promise<Page> {
  const { page, address } = await approach(screen);
  await goTo(page, address);
  await arrive(page, screen);
  return page;
}

async function arrive(page: Page, { heading }: Screen): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

describe.each(SCREENS)('the screen $name', (screen) => {
  it('is sound in Dutch, in English and on a narrow window', async () => {
    const page = await open(screen);
    await screenIsSound(page);
    await keepPicture(page, screen.name);
    await switchLanguage(page, 'en');
    await screenIsSound(page);
    await switchLanguage(page, 'nl');
    await page.setViewportSize({ width: NARROWEST, height: 900 });
    await screenIsSound(page);
  });

  it('is sound when there is nothing yet', async () => {
    const { page, address } = await approach(screen);
    await withEmptyLists(page);
    await goTo(page, address);
    await screenIsSound(page);
  });

  it('is sound when nothing can be read', async () => {
    const { page, address } = await approach(screen);
    await withoutAnswers(page);
    expectProblems(page, /^403 GET /);
    await goTo(page, address);
    await screenIsSound(page);
  });

  if (screen.form) {
    it('is sound when it was filled in wrong', async () => {
      const page = await open(screen);
      await page.locator('form button[type="submit"]').first().click();
      const summary = page.locator('.error-summary');
      await summary.waitFor();
      await eventually(async () =>
        expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true),
      );
      await screenIsSound(page);
    });
  }
});

it('the names of the screens are theirs alone', () => {
  expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
});

it('the language that was chosen stays, also on another screen and another day', async () => {
  const page = await openPage();
  await goTo(page, '/aanmelden');
  await switchLanguage(page, 'en');
  await page.reload();
  await settled(page);
  await page.locator('html[lang="en"]').waitFor();
  await switchLanguage(page, 'nl');
});
