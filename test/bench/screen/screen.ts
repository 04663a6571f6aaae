import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtWeb } from '../../../apps/api/src/web';
import { findBrowser, launch } from '../../support/browser';
import { Contender, percentile } from '../http/client';
import { median } from '../measure';
import { AFTER_ALL } from '../portfolio';
import type { Measure } from '../table';
import { print } from '../terminal';
import { prepareScreens, type Visitor } from './prepare';
import { StaticPage } from './static-page';

const PLACEMENTS = 500;
/** What people may be sent and made to wait for. */
const SCRIPT_KB_MAX = 200;
const KEY_MS_MAX = 50;
const LOADS = 5;
const ROWS_TYPED = 40;
const AT_MOST = { below: 1 };

/** The screens in a browser on this machine: what is sent for the first one, how long it takes, and how typing feels. */
export async function onScreen(applicationUrl: string, progress: (what: string) => void): Promise<Measure[]> {
  const found = findBrowser();
  if (typeof found === 'string' || builtWeb() === undefined) {
    print(`NOT RUN: ${typeof found === 'string' ? found : 'screens: they have not been built'}`);
    return [];
  }
  progress('a report with a large grid');
  const { coordinator, supplier, reportId } = await prepareScreens(applicationUrl, PLACEMENTS);
  const product = await Contender.open({ kind: 'ours', applicationUrl, isRecording: false, today: AFTER_ALL });
  const browser = await launch(found);
  try {
    const address = `http://127.0.0.1:${product.port}`;
    progress('the first screen');
    const measures = await firstScreen(browser, address, coordinator);
    progress('typing hours');
    return [...measures, await typing(browser, `${address}/rapportages/${reportId}`, supplier)];
  } finally {
    await browser.close();
    product.close();
  }
}

async function visit(browser: Browser, address: string, { session, csrf }: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { origin: url } = new URL(address);
  await context.addCookies([
    { name: 'sr_session', value: session, url },
    { name: 'sr_csrf', value: csrf, url },
  ]);
  return context;
}

/** Waits until the screen can be used: its heading stands and nothing is being loaded. */
async function usable(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** The first screen of a coordinator, by who has never been here: nothing is in the browser's cache. */
async function firstScreen(browser: Browser, address: string, visitor: Visitor): Promise<Measure[]> {
  const context = await visit(browser, address, visitor);
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address);
  await usable(page);
  const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  const byHand = await StaticPage.of(await page.content());
  await context.close();
  try {
    const times = { ours: [] as number[], byHand: [] as number[] };
    for (let load = 0; load <= LOADS; load += 1) {
      const names = ['ours', 'byHand'] as const;
      for (const who of load % 2 === 0 ? names : names.toReversed()) {
        const took = await timeToUsable(browser, who === 'ours' ? address : byHand.address, visitor);
        if (load > 0) times[who].push(took);
      }
    }
    return [
      {
        name: `JavaScript for the first screen, compressed: over what is allowed`,
        unit: 'kB',
        ours: bytes / 1000,
        reference: SCRIPT_KB_MAX,
        goal: AT_MOST,
      },
      {
        name: 'the first screen until it can be used: over a page by hand with the same content and files',
        unit: 'ms',
        ours: median(times.ours),
        reference: median(times.byHand),
        goal: null,
      },
    ];
  } finally {
    await byHand.close();
  }
}

async function timeToUsable(browser: Browser, address: string, visitor: Visitor): Promise<number> {
  const context = await visit(browser, address, visitor);
  const page = await context.newPage();
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await usable(page);
  const took = performance.now() - startedAt;
  await context.close();
  return took;
}

/** Typing in the grid of a report: from a key that goes down until the browser has painted what it brought about. */
async function typing(browser: Browser, address: string, visitor: Visitor): Promise<Measure> {
  const context = await visit(browser, address, visitor);
  const page = await context.newPage();
  await page.goto(address);
  await usable(page);
  const cells = page.locator('input[data-cell]');
  await cells.first().waitFor();
  const count = await cells.count();
  if (count < PLACEMENTS) throw new Error(`the grid has ${count} cells for ${PLACEMENTS} placements`);
  await page.evaluate(listenToKeys);
  for (let row = 0; row < ROWS_TYPED; row += 1) {
    await page.locator(`input[data-cell="${row}:0"]`).focus();
    await page.keyboard.type('101,5', { delay: 30 });
    // Now and then somebody stops to look; then it saves while the next hours are typed.
    if (row % 8 === 7) await page.waitForTimeout(800);
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  await context.close();
  if (times.length < ROWS_TYPED) throw new Error(`only ${times.length} keys were heard`);
  return {
    name: `typing hours in a grid of ${count} cells, p95 from key to paint: over what is allowed`,
    unit: 'ms',
    ours: percentile(times, 0.95),
    reference: KEY_MS_MAX,
    goal: AT_MOST,
  };
}

/** Runs in the page. A message that is posted in a frame arrives after that frame has been painted. */
function listenToKeys(): void {
  const keyTimes: number[] = [];
  Object.assign(window, { keyTimes });
  const pressed = ({ timeStamp }: KeyboardEvent): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keyTimes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  };
  window.addEventListener('keydown', pressed, { capture: true });
}
