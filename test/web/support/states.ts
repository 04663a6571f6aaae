import type { Page, Route } from 'playwright-core';

/** What a page still gets when all else is withheld: who is signed in, and the accounts of the example. */
const FRAME = /\/v1\/(session|demo-accounts)$/;

const reads = (route: Route) =>
  route.request().method() === 'GET' && !FRAME.test(new URL(route.request().url()).pathname);

/** From now on every list of the API is empty on this page; single things stay what they are. */
export async function withEmptyLists(page: Page): Promise<void> {
  await page.route('**/v1/**', async (route) => {
    if (!reads(route)) return route.fallback();
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    const answer = (await response.json()) as { items?: unknown };
    return route.fulfill({
      response,
      json: Array.isArray(answer.items) ? { ...answer, items: [], next: null } : answer,
    });
  });
}

/** From now on the API refuses this page everything that it wants to read. */
export async function withoutAnswers(page: Page): Promise<void> {
  const problem = {
    type: 'about:blank',
    status: 403,
    title: 'Forbidden',
    detail: 'Not now.',
    code: 'permission.missing',
  };
  await page.route('**/v1/**', (route) =>
    reads(route)
      ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) })
      : route.fallback(),
  );
}
