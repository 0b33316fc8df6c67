// Saved queries in a real browser: found, filled in, run as rows come, sorted, shown, exported, linked, kept.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { databaseEnvironment, openEmptyDatabase } from '../neo4j/support.ts';
import { readWorkbook } from '../server/graph/answers/read-workbook.ts';
import { launchChromium } from './chromium.ts';
import { startProgram, type Program } from './program.ts';
import { Visitor, type Visit } from './visitor.ts';

// The first look at the queries has the database plan each of them.
vi.setConfig({ testTimeout: 90_000 });

let browser: Browser;
let program: Program;
let visitor: Visitor | undefined;

beforeAll(async () => {
  await (await openEmptyDatabase()).close();
  const queries = path.join(import.meta.dirname, 'queries');
  [browser, program] = await Promise.all([
    launchChromium(),
    startProgram(databaseEnvironment(), (home) => cpSync(queries, path.join(home, 'queries'), { recursive: true })),
  ]);
});

afterEach(async () => {
  const left = visitor;
  visitor = undefined;
  const wrongs = await left?.wrongs();
  await left?.leave();
  expect(wrongs ?? []).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function visit(how: Visit & { hash?: string } = {}): Promise<Visitor> {
  visitor = await Visitor.open(browser, program.url + (how.hash ?? ''), how);
  return visitor;
}

/** The page with the list of queries, or the form of one. */
async function queries(title?: string): Promise<Visitor> {
  const user = await visit();
  await user.page.getByRole('tab', { name: 'Queries' }).click();
  await user.page.getByText(/^\d+ queries$/).waitFor();
  if (title !== undefined) await user.page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  return user;
}

const resultOf = (page: Page): Locator => page.getByRole('region', { name: 'Result' });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
const cellsOf = async (result: Locator, column: number) =>
  (await result.locator(`td[aria-colindex="${column}"]`).allInnerTexts()).map((text) => text.trim());

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

describe('the list', () => {
  it('is searched by words and by subject, and tells which files cannot be run', async () => {
    const { page } = await queries();
    await page.getByLabel('Search queries').fill('finances WHOM');
    await page.getByText(/^1 of \d+ queries$/).waitFor();
    await page.getByRole('button', { name: /^Who finances what for whom/ }).waitFor();
    await page.getByLabel('Search queries').fill('');
    await page.getByRole('button', { name: 'evidence', exact: true }).click();
    await page.getByText(/^\d+ of \d+ queries$/).waitFor();
    expect(await page.getByRole('button', { name: /^Who finances what/ }).count()).toBe(0);
    const faults = page.getByRole('region', { name: 'Files that cannot be run' });
    expect(await faults.innerText()).toMatch(/faulty\.cypher:\d+: description/);
  });
});

describe('running', () => {
  it('shows rows as they come, with their number and the time, and is cancelled', async () => {
    const { page } = await queries('Slow rows');
    await run(page);
    const result = resultOf(page);
    await result.getByText(/^[\d,]+ rows so far$/).waitFor();
    await result.getByRole('gridcell').first().waitFor();
    const rowsSoFar = async () =>
      Number(/[\d,]+/.exec(await result.locator('.about').innerText())?.[0].replace(',', ''));
    const before = await rowsSoFar();
    await expect.poll(rowsSoFar, { timeout: 30_000 }).toBeGreaterThan(before);
    await result.getByRole('button', { name: 'Cancel' }).click();
    await result.getByText(/^stopped after [\d,]+ rows$/).waitFor();
    const stopped = await rowsSoFar();
    await page.waitForTimeout(500);
    expect(await rowsSoFar()).toBe(stopped);
    expect(stopped).toBeLessThan(10_000);
    expect(await result.getByRole('gridcell').count()).toBeGreaterThan(0);
  });

  it('says where the answer was cut', async () => {
    const { page } = await queries('Ten thousand rows');
    await page.getByLabel('Rows', { exact: false }).fill('10001');
    await run(page);
    await resultOf(page).getByText('first 10,000, there are more').first().waitFor({ timeout: 60_000 });
    expect(await resultOf(page).getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
  });

  it('tells each field what is wrong with its value, and does not run', async () => {
    const { page } = await queries('Ten thousand rows');
    const field = page.getByLabel('Rows', { exact: false });
    await field.fill('0');
    await page.getByText('This lies outside of what is possible: From 1 to 20000.').waitFor();
    await field.fill('many');
    await page.getByText('This must be a whole number.').waitFor();
    expect(await page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true);
  });
});

/** A result of so many rows. */
async function someRows(rows: number): Promise<Visitor> {
  const user = await queries('Ten thousand rows');
  await user.page.getByLabel('Rows', { exact: false }).fill(String(rows));
  await run(user.page);
  await resultOf(user.page).getByText(`${rows} rows`, { exact: true }).first().waitFor();
  return user;
}

describe('the table', () => {
  it('is sorted by a heading and filtered by words, and holds only what is in sight', async () => {
    const { page } = await someRows(300);
    const result = resultOf(page);
    expect(await result.locator('tbody tr[data-index]').count()).toBeLessThan(60);
    expect(await result.getByRole('grid').getAttribute('aria-rowcount')).toBe('301');
    await result.getByRole('button', { name: 'Number', exact: true }).click();
    await result.getByRole('button', { name: 'Number', exact: true }).click();
    await expect.poll(async () => (await cellsOf(result, 1))[0]).toBe('300');
    expect(await result.getByRole('columnheader', { name: 'Number', exact: true }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await result.getByLabel('Filter rows').fill('zeile prömised');
    await result.getByText(/^\d+ of 300$/).waitFor();
    const left = await cellsOf(result, 5);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((text) => /^Zeile \d+$/.test(text))).toBe(true);
    expect(new Set(await cellsOf(result, 6))).toEqual(new Set(['promised']));
    await result.getByRole('button', { name: 'Show all rows' }).click();
    await expect.poll(() => result.getByRole('grid').getAttribute('aria-rowcount')).toBe('301');
  });

  it('is walked by keys to its last row', async () => {
    const { page } = await someRows(300);
    const grid = resultOf(page).getByRole('grid');
    await grid.focus();
    await page.keyboard.press('End');
    const last = resultOf(page).locator('tr[aria-rowindex="301"]');
    await last.waitFor();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    expect(await grid.getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await resultOf(page).locator('tr[aria-rowindex="300"]').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    await expect.poll(() => resultOf(page).locator('tr[aria-rowindex="2"]').getAttribute('aria-selected')).toBe('true');
  });
});

/** Ids that are marked on the canvas. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.querySelector('[role=application]') as unknown as {
      _cyreg: { cy: { elements(selector: string): { map<T>(each: (ele: { id(): string }) => T): T[] } } };
    };
    return canvas._cyreg.cy.elements('.chosen').map((ele) => ele.id());
  });

describe('rows and canvas', () => {
  it('select each other', async () => {
    const user = await queries('Who finances what for whom');
    const { page } = user;
    await run(page);
    const result = resultOf(page);
    await result.getByRole('button', { name: 'Show only these' }).click();
    await user.settled();
    await result.getByRole('gridcell', { name: '248 million', exact: true }).click();
    await expect.poll(() => marked(page)).toEqual(expect.arrayContaining(['netherlands', 'nl-drones-for-ukraine']));
    const { x, y } = await user.place('raytheon');
    await page.mouse.click(x, y);
    await page.getByRole('heading', { level: 2, name: 'Raytheon' }).waitFor();
    const named = result.locator('tr.named');
    await expect.poll(() => named.count()).toBe(1);
    expect(await named.innerText()).toContain('Raytheon');
  });

  it('show the answer as network and as JSON, too', async () => {
    const user = await queries('Who finances what for whom');
    const { page } = user;
    await run(page);
    const result = resultOf(page);
    await result.getByRole('radio', { name: 'JSON' }).check();
    const text = await result.getByRole('group', { name: /as JSON/ }).innerText();
    expect(text).toContain('"$type":"Entity","id":"netherlands"');
    await result.getByRole('radio', { name: 'Network' }).check();
    await user.settled();
    await expect.poll(async () => (await user.drawn()).nodes.length).toBeLessThan(30);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await user.drawn()).nodes.length).toBeGreaterThan(40);
  });
});

describe('exports', () => {
  const save = async (page: Page, format: string) => {
    await resultOf(page).getByRole('button', { name: 'Export' }).click();
    const waiting = page.waitForEvent('download');
    await resultOf(page).getByRole('button', { name: format }).click();
    const download = await waiting;
    await resultOf(page).getByRole('button', { name: 'Export' }).click();
    return { bytes: await bytesOf(download), name: download.suggestedFilename() };
  };

  it('hold what the table shows: no formula, long integers and days whole', async () => {
    const { page } = await someRows(40);
    const csv = await save(page, 'CSV');
    expect(csv.name).toBe('ten-thousand-rows.csv');
    const rows: string[][] = parse(csv.bytes, { bom: true });
    expect(rows).toHaveLength(41);
    expect(rows[0]).toEqual(['Number', 'Who', 'Day', 'Long number', 'Text', 'Status', 'Those', 'Facts']);
    expect([rows[3]?.[0], rows[3]?.[2], rows[3]?.[3], rows[3]?.[4], rows[3]?.[5]]).toEqual([
      '3',
      '2026-01-04',
      '9007199254740996',
      "'=1+1",
      'signed',
    ]);
    const sheet = readWorkbook((await save(page, 'Excel')).bytes);
    expect(sheet).toHaveLength(41);
    expect(sheet[3]?.slice(0, 5)).toEqual([
      { kind: 'number', value: '3' },
      { kind: 'text', value: rows[3]?.[1] },
      { kind: 'day', value: '2026-01-04' },
      { kind: 'text', value: '9007199254740996' },
      { kind: 'text', value: '=1+1' },
    ]);
    expect(sheet.map((row) => row[1]?.value)).toEqual(rows.map((row) => row[1]));
    const json = JSON.parse((await save(page, 'JSON with')).bytes.toString('utf8'));
    expect(json.rows[2][3]).toEqual({ $type: 'Integer', value: '9007199254740996' });
    expect(json.graph.nodes.length).toBeGreaterThan(30);
    const lines = (await save(page, 'JSON Lines')).bytes.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(40);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ number: 3, day: { $type: 'Date', value: '2026-01-04' } });
  });
});

describe('a link', () => {
  it('holds query and values, shows the form filled in and runs it; Back goes back', async () => {
    const { page } = await queries('Who finances what for whom');
    await page.getByPlaceholder('Search for an entity').last().fill('Ukrai');
    await page
      .getByRole('option', { name: /^Ukraine/ })
      .first()
      .click();
    await run(page);
    await resultOf(page).getByRole('gridcell').first().waitFor();
    const link = page.url();
    expect(link).toMatch(/#\/query\/who-finances-what-for-whom\?beneficiary=ukraine$/);
    const rows = await resultOf(page).getByRole('grid').getAttribute('aria-rowcount');
    await page.goBack();
    await expect.poll(() => resultOf(page).count()).toBe(0);
    await page.getByRole('heading', { level: 2, name: 'Who finances what for whom' }).waitFor();
    await page.goBack();
    await page.getByText(/^\d+ queries$/).waitFor();
    await visitor?.leave();
    const opened = await visit({ hash: new URL(link).hash });
    await resultOf(opened.page).getByRole('gridcell').first().waitFor();
    expect(await resultOf(opened.page).getByRole('grid').getAttribute('aria-rowcount')).toBe(rows);
    await opened.page.getByRole('button', { name: 'Choose another than Ukraine' }).waitFor();
  });

  it.each([
    ['#/query/nowhere', /asks for a query “nowhere”, which is not here/],
    ['#/query/who-finances-what-for-whom?nobody=x', /has a value “nobody”, which this query does not take/],
    ['#/query/ten-thousand-rows?rows=many', /has “many” for Rows\. This must be a whole number/],
    ['#/elsewhere', /cannot be read/],
  ])('that is bad says what is wrong: %s', async (hash, sentence) => {
    const { page } = await visit({ hash });
    await page.getByRole('alert').getByText(sentence).waitFor();
    expect(await resultOf(page).count()).toBe(0);
  });
});

describe('values', () => {
  it('of a list are pasted: certain names are taken, doubtful ones chosen, unknown ones said', async () => {
    const { page } = await queries('Pledges, sums');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByLabel('Names, one a line').fill('Germany\nNederland\nAtlantis-on-Sea');
    await page.getByRole('button', { name: 'Find 3 names' }).click();
    await page.getByText('2 names were recognised and taken.').waitFor();
    await page.getByText('Not known: Atlantis-on-Sea.').waitFor();
    await page.getByRole('button', { name: 'Take Germany out' }).waitFor();
    await page.getByRole('button', { name: 'Take Netherlands out' }).waitFor();
    await run(page);
    await resultOf(page).getByRole('gridcell').first().waitFor();
    expect(page.url()).toContain('givers=germany&givers=netherlands');
  });

  it('are filled in from the selection, of one entity and of several', async () => {
    const user = await visit();
    const { page } = user;
    const at = await user.place('germany');
    await page.mouse.click(at.x, at.y);
    await page.getByRole('heading', { level: 2, name: 'Germany', exact: true }).waitFor();
    const offers = page.getByRole('region', { name: 'Queries' });
    await offers.getByRole('button', { name: /more$/ }).click();
    await offers.getByRole('button', { name: /^Everything a state does/ }).waitFor();
    await page.keyboard.press('Escape');
    await user.settled();
    for (const id of ['germany', 'ukraine']) {
      const { x, y } = await user.place(id);
      await page.keyboard.down('Shift');
      await page.mouse.click(x, y);
      await page.keyboard.up('Shift');
      await page.waitForTimeout(300);
    }
    await page.getByRole('heading', { level: 2, name: '2 selected' }).waitFor();
    await offers.getByRole('button', { name: /^What two entities have in common/ }).click();
    await resultOf(page).getByRole('gridcell').first().waitFor();
    expect(page.url()).toMatch(/first=germany&second=ukraine/);
  });
});

describe('queries of one’s own', () => {
  it('are copied, renamed, brought in, saved and deleted', async () => {
    const { page } = await queries('Slow rows');
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await page.getByRole('heading', { level: 2, name: 'Copy of Slow rows' }).waitFor();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Title, English').fill('Quick rows');
    await page.getByLabel('Name of the file').fill('quick-rows');
    await page.getByRole('form', { name: 'Rename' }).getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { level: 2, name: 'Quick rows' }).waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as file' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('quick-rows.cypher');
    const text = (await bytesOf(download)).toString('utf8');
    expect(text).toBe(readFileSync(path.join(program.home, 'queries/quick-rows.cypher'), 'utf8'));
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByText(/^\d+ queries$/).waitFor();
    expect(await page.getByRole('button', { name: /^Quick rows/ }).count()).toBe(0);
    const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page
      .locator('input[type=file]')
      .setInputFiles([file('quick-rows.cypher', text), file('bad.cypher', 'RETURN 1')]);
    await page.getByText('quick-rows.cypher: “Quick rows” is in the list.').waitFor();
    await page.getByText(/^bad\.cypher: \d+: /).waitFor();
    await page.getByRole('button', { name: /^Quick rows/ }).waitFor();
  });

  it('that have changed on disk meanwhile are not written over: both can be kept', async () => {
    const { page } = await queries('Slow rows');
    const file = path.join(program.home, 'queries/slow-rows.cypher');
    const before = readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Title, English').fill('My slow rows');
    writeFileSync(file, before.replace('Slow rows', 'Slower rows'));
    try {
      await page.getByRole('form', { name: 'Rename' }).getByRole('button', { name: 'Rename' }).click();
      await page.getByText(/has changed since it was opened/).waitFor();
      await page.getByRole('button', { name: 'Keep both' }).click();
      await page.getByRole('heading', { level: 2, name: 'My slow rows' }).waitFor();
      expect(readFileSync(file, 'utf8')).toContain('Slower rows');
      // The browser notes every refusal, this one being what the test is about.
      visitor?.complaints.splice(0, visitor.complaints.findIndex((text) => text.includes('409')) + 1);
    } finally {
      writeFileSync(file, before);
    }
  });
});

describe('the text of a query of one’s own', () => {
  it('that has changed on disk meanwhile can be kept beside the file, or dropped for it', async () => {
    const { page } = await queries('Slow rows');
    const file = path.join(program.home, 'queries/slow-rows.cypher');
    const before = readFileSync(file, 'utf8');
    await page.getByRole('button', { name: 'Edit text' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n// mine\n');
    writeFileSync(file, `${before}// theirs\n`);
    try {
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.getByText(/has changed since it was opened/).waitFor();
      await dialog.getByRole('button', { name: 'Take what is on disk' }).waitFor();
      await dialog.getByRole('button', { name: 'Keep both' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.waitForURL(/slow-rows-\d+$/);
      const kept = /slow-rows(-\d+)/.exec(page.url())?.[1] ?? '';
      expect(readFileSync(path.join(program.home, `queries/slow-rows${kept}.cypher`), 'utf8')).toContain('// mine');
      expect(kept).not.toBe('');
      expect(readFileSync(file, 'utf8')).toContain('// theirs');
      visitor?.complaints.splice(0, visitor.complaints.findIndex((text) => text.includes('409')) + 1);
    } finally {
      writeFileSync(file, before);
    }
  });
});

describe.each(['light', 'dark'] as const)('axe on the %s workbench', (theme) => {
  it.each([1440, 820])('finds nothing at a width of %d', async (width) => {
    const user = await visit({ theme, width, hash: '#/query/pledges-and-what-is-not-stated?givers=germany' });
    const { page } = user;
    await resultOf(page).getByRole('gridcell').first().waitFor();
    await resultOf(page).getByLabel('Filter rows').fill('germany');
    expect(await user.violations()).toEqual([]);
    await resultOf(page).getByRole('radio', { name: 'JSON' }).check();
    expect(await user.violations()).toEqual([]);
    if (width < 1024) await page.getByRole('button', { name: 'Search and legend' }).click();
    await page.getByPlaceholder('Search for an entity').first().fill('ger');
    await page.getByRole('option').first().waitFor();
    expect(await user.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByRole('button', { name: 'Duplicate' }).waitFor();
    expect(await user.violations()).toEqual([]);
    await page.getByRole('button', { name: 'All queries' }).click();
    expect(await user.violations()).toEqual([]);
  });
});
