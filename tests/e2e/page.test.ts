// The built page in a real browser, served by the program with the shipped data in a real Neo4j.
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boxesMeet } from '../../server/graph/boxes.ts';
import { databaseEnvironment, openEmptyDatabase } from '../neo4j/support.ts';
import { launchChromium } from './chromium.ts';
import { startProgram, type Program } from './program.ts';
import { Visitor, type LabelledBox, type Visit } from './visitor.ts';

let browser: Browser;
let program: Program;
let visitor: Visitor | undefined;

beforeAll(async () => {
  await (await openEmptyDatabase()).close();
  [browser, program] = await Promise.all([launchChromium(), startProgram(databaseEnvironment())]);
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

async function visit(how: Visit = {}): Promise<Visitor> {
  visitor = await Visitor.open(browser, program.url, how);
  return visitor;
}

/** Pairs of boxes that share area. */
function meetings(boxes: readonly LabelledBox[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (boxesMeet(one, other) ? [`${one.id} and ${other.id}`] : [])),
  );
}

/** That every entity lies where it lay, but for the one shift of the whole sheet from under a panel. */
function expectUnmoved(before: readonly LabelledBox[], after: readonly LabelledBox[]): void {
  const middle = ({ left, right }: LabelledBox) => (left + right) / 2;
  const now = new Map(after.map((box) => [box.id, middle(box)]));
  const shifts = before.map((box) => Math.round(((now.get(box.id) ?? Number.NaN) - middle(box)) * 10) / 10);
  expect(new Set(shifts).size).toBe(1);
}

describe('the first view', () => {
  it.each([{}, { locale: 'de-DE' }])('has room for every entity and every name at 1440 × 900 (%j)', async (how) => {
    const { nodes, labels, lines } = await (await visit(how)).drawn();
    expect(nodes.length).toBeGreaterThan(40);
    expect(nodes.length).toBeLessThanOrEqual(70);
    expect(lines).toBeGreaterThan(nodes.length);
    expect(labels.map(({ id }) => id).sort()).toEqual(nodes.map(({ id }) => id).sort());
    expect(meetings(nodes)).toEqual([]);
    expect(meetings(labels)).toEqual([]);
  });

  it('is the same picture each time', async () => {
    const first = await (await visit()).drawn();
    await visitor?.leave();
    expect(await (await visit()).drawn()).toEqual(first);
  });

  it.each([
    { width: 1280, height: 720 },
    { width: 820, height: 1180 },
  ])('keeps labels apart on smaller screens (%j)', async (how) => {
    expect(meetings((await (await visit(how)).drawn()).labels)).toEqual([]);
  });

  it('widens to everything by one click, and back', async () => {
    const { page, drawn, settled } = bound(await visit());
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByRole('button', { name: 'Back to the overview' }).waitFor();
    await settled();
    const all = await drawn();
    expect(all.nodes.length).toBeGreaterThan(240);
    expect(meetings(all.labels)).toEqual([]);
    expect(all.labels.map(({ id }) => id)).toContain('germany');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Show everything' }).waitFor();
  });
});

describe('a user', () => {
  it('finds an entity by keyboard, and it comes beside what is shown', async () => {
    const user = await visit();
    const { page } = user;
    const before = (await user.drawn()).nodes;
    await user.bring('Baltic Sea');
    await page.getByRole('heading', { level: 2, name: 'Baltic Sea' }).waitFor();
    await expect.poll(async () => (await user.drawn()).nodes.length).toBe(before.length + 1);
    const after = await user.drawn();
    expectUnmoved(before, after.nodes);
    expect(meetings(after.nodes)).toEqual([]);
  });

  it('reads the facts of an entity as sentences and opens their evidence', async () => {
    const user = await visit();
    const { page } = user;
    await user.bring('Raytheon contract');
    const inspector = page.getByRole('complementary', { name: 'Details' });
    await expect.poll(() => inspector.innerText()).toContain('Germany finances');
    await inspector
      .getByRole('button', { name: /Duitslandweb, 15 April 2026, ¶3, B\d/ })
      .first()
      .click();
    const card = inspector.locator('figure').first();
    expect(await card.innerText()).toMatch(/explicit|implied|inferred/);
    await card.getByRole('button', { name: /Grade B\d/ }).focus();
    await expect.poll(() => card.getByRole('tooltip').isVisible()).toBe(true);
    expect(await card.getByRole('tooltip').innerText()).toContain('usually reliable');
  });

  it('clicks a line and reads the same of the relation', async () => {
    const user = await visit();
    const { page } = user;
    await user.bring('Raytheon contract');
    await page.keyboard.press('Escape');
    const id = 'raytheon--party-to--ua-raytheon-contract';
    const { x, y } = await user.place(id);
    await page.mouse.click(x, y);
    await page.getByRole('heading', { level: 2, name: /Raytheon is party to/ }).waitFor();
    expect(await page.getByRole('complementary', { name: 'Details' }).innerText()).toContain('What the sources say');
  });

  it('expands an entity; what was there stays', async () => {
    const user = await visit();
    const before = await user.drawn();
    const { x, y } = await user.place('ukraine');
    await user.page.mouse.dblclick(x, y);
    await user.page.getByText(/new entit|on the canvas already/).waitFor();
    await user.settled();
    const after = await user.drawn();
    expect(after.nodes.length).toBeGreaterThan(before.nodes.length);
    expectUnmoved(before.nodes, after.nodes);
    expect(meetings(after.nodes)).toEqual([]);
  });

  it('walks along the lines with the arrow keys', async () => {
    const { page } = await visit();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 2, name: 'Germany' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.getByRole('heading', { level: 2 }).first().innerText()).not.toBe('Germany');
  });

  it('filters by the legend', async () => {
    const user = await visit();
    const before = await user.drawn();
    await user.page.getByRole('button', { name: /^Countries/ }).click();
    await expect.poll(async () => (await user.drawn()).nodes.length).toBeLessThan(before.nodes.length);
    await user.page.getByRole('button', { name: 'Show all again' }).click();
    await expect.poll(async () => (await user.drawn()).nodes.length).toBe(before.nodes.length);
  });
});

/** Methods that can be taken out of their object. */
function bound(user: Visitor) {
  return { page: user.page, drawn: () => user.drawn(), settled: () => user.settled() };
}

describe('queries and pictures', () => {
  it('run a query and show its result as table and on the canvas', async () => {
    const user = await visit();
    const { page } = user;
    await page.getByRole('tab', { name: 'Queries' }).click();
    await page.getByRole('button', { name: /^Who finances what for whom/ }).click();
    await page.getByRole('button', { name: 'Run' }).click();
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByRole('gridcell', { name: '248 million', exact: true }).waitFor();
    await result.getByRole('button', { name: 'Show only these' }).click();
    await user.settled();
    await expect.poll(async () => (await user.drawn()).nodes.length).toBeLessThan(40);
  });

  it('pick entities for a query', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: 'Queries' }).click();
    await page.getByRole('button', { name: /^What two entities have in common/ }).click();
    expect(await page.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true);
    for (const name of ['Germany', 'Ukraine']) {
      await page.getByPlaceholder('Search for an entity').first().fill(name);
      await page.getByRole('option').first().click();
    }
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('region', { name: 'Result' }).getByRole('row').nth(1).waitFor();
  });

  it.each(['SVG', 'PNG'])('save the picture as %s', async (format) => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'Save picture' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Who does what? Yeşilgöz & Зеленський');
    await dialog.getByRole('radio', { name: format }).check();
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    const bytes = await readFile(await download.path());
    if (format === 'SVG') expect(bytes.toString('utf8')).toContain('Yeşilgöz &amp; Зеленський');
    else expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});

describe('language and theme', () => {
  it('switch without a reload and are remembered', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('radio', { name: 'Deutsch', exact: true }).first().check();
    await page.getByRole('button', { name: 'Bild speichern' }).waitFor();
    await page.getByRole('radio', { name: 'Dunkel' }).check();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.reload();
    await page.getByRole('button', { name: 'Bild speichern' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

describe.each(['light', 'dark'] as const)('axe on the %s page', (theme) => {
  it.each([1440, 820])('finds nothing at a width of %d', async (width) => {
    const user = await visit({ theme, width });
    const { page } = user;
    expect(await user.violations()).toEqual([]);
    await user.bring('Germany');
    expect(await user.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save picture' }).click();
    expect(await user.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    if (width < 1024) await page.getByRole('button', { name: 'Search and legend' }).click();
    await page.getByRole('tab', { name: 'Queries' }).click();
    expect(await user.violations()).toEqual([]);
  });
});
