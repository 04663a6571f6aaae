import { expectProblems, goTo, openPage, screenIsSound, settled, takeComplaints, type Page } from './browse';

/** The way in, with something wrong in it. */
async function pageWith(spoil: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await openPage();
  await goTo(page, '/aanmelden');
  await screenIsSound(page);
  await spoil(page);
  return page;
}

const add = (page: Page, html: string) =>
  page.evaluate((text) => document.querySelector('main')?.insertAdjacentHTML('beforeend', text), html);

describe('what is watched on every screen', () => {
  it.each([
    ['a picture without words', '<img src="/icon.svg">', /image-alt/],
    ['a field without a label', '<input type="text">', /label/],
    ['a list that is none', '<ul><div>x</div></ul>', /list/],
  ])('is %s', async (_what, html, rule) => {
    const page = await pageWith((at) => add(at, html));
    await expect(screenIsSound(page)).rejects.toThrow(rule);
  });

  it('is a page that has to be scrolled sideways', async () => {
    const page = await pageWith((at) =>
      at.evaluate(() => {
        const main = document.querySelector('main');
        if (main) main.style.minWidth = '2000px';
      }),
    );
    await expect(screenIsSound(page)).rejects.toThrow('scrollWidth');
  });

  it.each([
    ['a warning', (page: Page) => page.evaluate(() => console.warn('beware')), /^console warning: beware$/],
    [
      'a fault of a script',
      (page: Page) => page.evaluate(() => void setTimeout(() => void Promise.reject(new Error('broken')))),
      /^fault in a script: Error: broken/,
    ],
    ['what the policy refuses', (page: Page) => add(page, '<p style="color: red">x</p>'), /Content Security Policy/],
    [
      'a file that is not there',
      (page: Page) => add(page, '<img src="/none.png" alt="x">'),
      /^answer: 404 GET \/none.png$/,
    ],
    [
      'a problem that nobody expected',
      (page: Page) => page.evaluate(() => fetch('/v1/contracts').then(() => undefined)),
      /^answer: 401 GET \/v1\/contracts$/,
    ],
  ])('is %s', async (_what, spoil, line) => {
    const page = await pageWith(spoil);
    await page.waitForTimeout(200);
    expect(takeComplaints(page)).toEqual(expect.arrayContaining([expect.stringMatching(line)]));
  });

  it('is not a problem that was expected', async () => {
    const page = await pageWith((at) => {
      expectProblems(at, /^401 GET \/v1\/contracts$/);
      return at.evaluate(() => fetch('/v1/contracts').then(() => undefined));
    });
    await settled(page);
    expect(takeComplaints(page)).toEqual([]);
  });
});
