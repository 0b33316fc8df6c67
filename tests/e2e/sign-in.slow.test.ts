// The page of a program that asks for a token: entered once, kept as a session, asked for again where the session is gone.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { databaseEnvironment, openEmptyDatabase } from '../neo4j/support.ts';
import { launchChromium } from './chromium.ts';
import { startProgram, type Program } from './program.ts';
import { Visitor } from './visitor.ts';

const token = 'a-token-for-the-tests-of-the-page-0123456789';
let browser: Browser;
let program: Program;
let visitor: Visitor | undefined;

beforeAll(async () => {
  await (await openEmptyDatabase()).close();
  const environment = { ...databaseEnvironment(), ENTENTE_TOKEN: token };
  [browser, program] = await Promise.all([launchChromium(), startProgram(environment)]);
});
afterEach(async () => {
  const left = visitor;
  visitor = undefined;
  const wrongs = await left?.wrongs();
  await left?.leave();
  // Chromium notes every answer with 401, which is what is tried here.
  expect((wrongs ?? []).filter((wrong) => !wrong.includes('status of 401'))).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function visit(locale = 'en-GB'): Promise<Visitor> {
  visitor = await Visitor.open(browser, program.url, { isLocked: true, locale });
  return visitor;
}

async function signIn({ page }: Visitor, given = token): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'This program asks for its token' });
  await dialog.getByLabel('Access token').fill(given);
  await dialog.getByRole('button', { name: 'Go on' }).click();
}

it('asks for the token, says in place that another is wrong, and goes on with the right one', async () => {
  const user = await visit();
  const { page } = user;
  const dialog = page.getByRole('dialog', { name: 'This program asks for its token' });
  await dialog.waitFor();
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  await dialog.waitFor();
  await signIn(user, 'not the token');
  await dialog.getByRole('alert').getByText('This is not the token of this program.').waitFor();
  expect(await user.violations()).toEqual([]);
  await signIn(user);
  await user.settled();
  expect(await dialog.count()).toBe(0);
});

it('keeps a session that scripts cannot see and that a reload keeps, until signing out', async () => {
  const user = await visit();
  const { page } = user;
  await signIn(user);
  await user.settled();
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'entente-session', httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(cookie?.value).not.toContain(token);
  expect(await page.evaluate(() => document.cookie + JSON.stringify(localStorage))).not.toContain(token);
  await page.reload();
  await user.settled();
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog', { name: 'This program asks for its token' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

it('asks again where the session is gone, over what was there, and then reads what was refused', async () => {
  const user = await visit();
  const { page } = user;
  await signIn(user);
  await user.settled();
  const before = await user.drawn();
  await page.context().clearCookies();
  await page.getByRole('tab', { name: 'List' }).click();
  await page.getByRole('tabpanel').getByRole('button').first().click();
  await page.getByRole('dialog', { name: 'This program asks for its token' }).waitFor();
  expect((await user.drawn()).nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
  await signIn(user);
  await page.getByRole('complementary', { name: 'Details' }).getByText('Facts').waitFor();
  expect((await user.drawn()).nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
});

it('speaks German', async () => {
  const { page } = await visit('de-DE');
  await page.getByRole('dialog', { name: 'Dieses Programm verlangt sein Token' }).getByLabel('Zugangstoken').waitFor();
});
