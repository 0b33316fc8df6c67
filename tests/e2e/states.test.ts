// What the page says while there is nothing to show: database away, program away, nothing in it, a call that fails.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage, pageFolder } from '../../server/page.ts';
import { loadVocabulary } from '../../server/ingest/vocabulary.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  await ensurePage({ say: () => undefined, progress: () => undefined });
  server = createServer(express().use(express.static(pageFolder))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Answers of the server by path; a function is asked each time. */
type Answers = Readonly<Record<string, unknown>>;

async function pageWith(answers: Answers, locale = 'en-GB'): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage();
  await page.route('**/api/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const found = answers[path];
    const answer: unknown = typeof found === 'function' ? found() : found;
    if (answer === undefined) return route.abort('connectionrefused');
    const { status = 200, body } = answer as { status?: number; body: unknown };
    await route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
  });
  await page.goto(url);
  return page;
}

const up = { body: { ready: true, database: 'up', datasets: [] } };
const away = (database: string) => ({ status: 503, body: { ready: false, database, datasets: [] } });
const empty = async (): Promise<Answers> => ({
  '/api/ready': up,
  '/api/vocabulary': { body: { vocabulary: await loadVocabulary(), counts: { types: {}, relations: {} } } },
  '/api/sources': { body: { sources: [], total: 0, truncated: false } },
  '/api/overview': { body: { nodes: [], relations: [], total: 0, truncated: false, totalEntities: 0 } },
  '/api/queries': { body: { queries: [], faults: [] } },
});

describe('the page', () => {
  it.each([
    ['starting', 'en-GB', 'The database is starting'],
    ['starting-again', 'en-GB', 'The database is starting again'],
    ['starting-again', 'de-DE', 'Die Datenbank startet neu'],
    ['unreachable', 'en-GB', 'The database does not answer'],
  ])('says that the database is %s (%s)', async (state, locale, title) => {
    const page = await pageWith({ '/api/ready': away(state) }, locale);
    await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
    await page.context().close();
  });

  it('says that the program does not answer', async () => {
    const page = await pageWith({});
    await page.getByRole('heading', { level: 2, name: 'The program does not answer' }).waitFor();
    await page.context().close();
  });

  it('goes on by itself once the database is there', async () => {
    let asked = 0;
    const ready = () => (++asked < 3 ? away('starting-again') : up);
    const page = await pageWith({ ...(await empty()), '/api/ready': ready });
    await page.getByRole('heading', { level: 2, name: 'The database is starting again' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'There is nothing in the database yet' }).waitFor();
    expect(asked).toBeGreaterThanOrEqual(3);
    await page.context().close();
  });

  it('says what to do about an empty database', async () => {
    const page = await pageWith(await empty(), 'de-DE');
    await page.getByRole('heading', { level: 2, name: 'In der Datenbank ist noch nichts' }).waitFor();
    await page.getByText('npm run entente -- ingest data/seed').waitFor();
    await page.context().close();
  });

  it("shows the server's own sentence where loading fails, and tries again", async () => {
    const problem = {
      type: 'urn:x',
      title: 'Broken',
      status: 500,
      detail: 'The overview could not be read.',
      code: 'broken',
    };
    let overview: unknown = { status: 500, body: problem };
    const answers = await empty();
    const page = await pageWith({ ...answers, '/api/overview': () => overview });
    await page.getByText('The overview could not be read.').waitFor();
    overview = answers['/api/overview'];
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 2, name: 'There is nothing in the database yet' }).waitFor();
    await page.context().close();
  });
});
