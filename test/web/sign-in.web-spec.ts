import { apiOf, goTo, openPage, screenIsSound, settled } from './support/browse';

it('somebody chooses an account, works as that person, and signs out', async () => {
  const page = await openPage();
  await goTo(page, '/aanmelden');
  await page
    .getByRole('button', { name: /Netwerkcoördinator/ })
    .first()
    .click();
  await page.waitForURL('**/');
  await settled(page);
  const { person } = await apiOf(page).get<{ person: { name: string; roles: string[] } }>('/session');
  expect(person.roles).toContain('NETWORK_COORDINATOR');
  await page.getByRole('banner').getByText(person.name).waitFor();

  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.waitForURL('**/aanmelden');
  await page.getByRole('heading', { level: 1, name: 'Kies wie u bent' }).waitFor();
  expect((await page.context().request.get('/v1/session')).status()).toBe(401);
});

it('a stranger who kept an address signs in there and sees what was asked for', async () => {
  const page = await openPage();
  await goTo(page, '/plannen');
  await page
    .getByRole('button', { name: /Netwerkcoördinator/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/plannen');
  await screenIsSound(page);
});
