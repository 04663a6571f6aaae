import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBrowser, launch } from '../../support/browser';
import { Complaints, type Expected } from './complaints';

export type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The switch in the header, which is in the other language than the page. */
const SWITCH = 'header button[lang]';
const SCREENS = join(__dirname, '..', '..', '..', 'apps', 'web', 'screens');

let browser: Promise<Browser> | undefined;
const contexts: BrowserContext[] = [];
const complaints = new Map<Page, Complaints>();

afterEach(async () => {
  const heard = [...complaints.values()].flatMap((each) => each.take());
  complaints.clear();
  for (const context of contexts.splice(0)) await context.close();
  // Whatever a walk is about: nothing in its pages may go wrong without the test knowing.
  expect(heard).toEqual([]);
});
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

export interface PageOptions {
  readonly language?: 'nl' | 'en';
  /** In pixels: 320 is the narrowest that WCAG asks for. */
  readonly width?: number;
}

/** An empty page of somebody who is not signed in, with cookies of its own; closed when the test ends. */
export async function openPage({ language = 'nl', width = 1280 }: PageOptions = {}): Promise<Page> {
  const context = await (
    await theBrowser()
  ).newContext({
    baseURL: address(),
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  context.setDefaultTimeout(15_000);
  if (language !== 'nl') await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
  const page = await context.newPage();
  complaints.set(page, new Complaints(page));
  return page;
}

function theBrowser(): Promise<Browser> {
  const found = findBrowser();
  if (typeof found === 'string') throw new Error(found);
  browser ??= launch(found);
  return browser;
}

function address(): string {
  const given = process.env['WEB_ADDRESS'];
  if (!given) throw new Error('there is no product to walk through');
  return given;
}

interface DemoAccount {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string | null;
}

/**
 * Signs in without the screen: `who` is the name of an account of the example, or a role as the README names it
 * (`'network coordinator'`), then the first account that has no other role.
 */
export async function signInAs(page: Page, who: string): Promise<void> {
  const { items } = await apiOf(page).get<{ items: readonly DemoAccount[] }>('/demo-accounts');
  const role = who.toUpperCase().replaceAll(' ', '_');
  const account =
    items.find(({ name }) => name === who) ??
    items.find(({ roles }) => roles.join() === role) ??
    items.find(({ roles }) => roles.includes(role));
  if (!account) throw new Error(`the example has no account for ${who}`);
  await apiOf(page).post('/session', { personId: account.personId });
}

/** The API with the session of a page: to look something up, or to bring about what a walk starts from. */
export interface Api {
  get<T = any>(path: string): Promise<T>; // eslint-disable-line @typescript-eslint/no-explicit-any -- as in every test
  post<T = any>(path: string, body: object): Promise<T>; // eslint-disable-line @typescript-eslint/no-explicit-any
  put<T = any>(path: string, body: object): Promise<T>; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Calls of the API as whoever is signed in on the page. Fails when the API refuses. */
export function apiOf(page: Page): Api {
  const context = page.context();
  const send = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, data?: object): Promise<T> => {
    const token = (await context.cookies()).find(({ name }) => name === 'sr_csrf')?.value;
    const headers: Record<string, string> = token === undefined ? {} : { 'x-csrf-token': token };
    const answer = await context.request.fetch(`/v1${path}`, { method, headers, ...(data ? { data } : {}) });
    if (!answer.ok()) throw new Error(`${answer.status()} ${method} ${path}: ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
  };
}

/** Opens an address of the web application and waits until its screen stands. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until there is a heading and nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Switches the language by the button in the header. */
export async function switchLanguage(page: Page, to: 'nl' | 'en'): Promise<void> {
  await page.locator(`${SWITCH}[lang="${to}"]`).click();
  await page.locator(`html[lang="${to}"]`).waitFor();
}

/** From now on, these answers of the API are part of the walk; each is seen as e.g. `409 POST /v1/plans`. */
export function expectProblems(page: Page, ...answers: readonly Expected[]): void {
  complaints.get(page)?.expect(...answers);
}

/** What a page complained about since the last time; for a test of something that goes wrong. */
export function takeComplaints(page: Page): string[] {
  return complaints.get(page)?.take() ?? [];
}

/** What the accessibility rules, the console and the width of the page have against the screen as it stands: nothing. */
export async function screenIsSound(page: Page): Promise<void> {
  await settled(page);
  expect(await faultsOfAccess(page)).toEqual([]);
  expect(takeComplaints(page)).toEqual([]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect({ scrollWidth: width[0] }).toEqual({ scrollWidth: width[1] });
}

async function faultsOfAccess(page: Page): Promise<string[]> {
  // No page of ours has a frame, and only what is wrong is told: without these two each look takes several times as long.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(RULES);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
}

/** In pixels: what is below it in a long list looks like what is above. */
const TALLEST_PICTURE = 1800;

/** Keeps a picture of the page as apps/web/screens/<name>.jpg, when pictures are asked for. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENS']) return;
  mkdirSync(SCREENS, { recursive: true });
  const [width = 0, height = 0] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.scrollHeight,
  ]);
  await page.screenshot({
    path: join(SCREENS, `${name}.jpg`),
    type: 'jpeg',
    quality: 70,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST_PICTURE) },
    animations: 'disabled',
  });
}
