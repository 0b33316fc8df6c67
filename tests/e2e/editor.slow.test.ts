// The editor of free Cypher in a real browser: writing, checking, running, remembering and keeping queries, by mouse and keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { databaseEnvironment, openEmptyDatabase } from '../neo4j/support.ts';
import { launchChromium } from './chromium.ts';
import { startProgram, type Program } from './program.ts';
import { Visitor, type Visit } from './visitor.ts';

// Each test writes, waits for checks, and looks at several states of the page.
vi.setConfig({ testTimeout: 90_000 });

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
  // The policy's reports are among them.
  expect(wrongs ?? []).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const financers = 'MATCH (c:Country)-[r:FINANCES]->(x) WHERE c.id = $id RETURN c, r, x.name AS whom ORDER BY whom';

async function openEditor(how: Visit = {}, hash = ''): Promise<{ user: Visitor; page: Page }> {
  visitor = await Visitor.open(browser, program.url + hash, how);
  const { page } = visitor;
  if (hash === '') {
    if ((how.width ?? 1440) < 1024) await page.getByRole('button', { name: 'Search and legend' }).click();
    await page.getByRole('tab', { name: 'Queries' }).click();
    await page.getByRole('button', { name: 'Write Cypher' }).click();
  }
  await editorOf(page).waitFor();
  return { user: visitor, page };
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Cypher query' });
const faultsOf = (page: Page) => page.getByRole('list', { name: 'What stands in the way' });
const textOf = (page: Page) => page.locator('.cm-content').innerText();

async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

describe('writing', () => {
  it('offers names of the vocabulary while one types, and colours what is read', async () => {
    const { page } = await openEditor();
    await page.keyboard.type('match (c:Coun');
    const offers = page.getByRole('listbox', { name: 'Completions' });
    await offers.getByRole('option', { name: 'Country' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type(')-[:FINA');
    await offers.getByRole('option', { name: 'FINANCES' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Tab');
    await page.keyboard.type(']->(x) RETURN toUp');
    await offers.getByRole('option', { name: /^toUpper/ }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toContain('match (c:Country)-[:FINANCES]->(x) RETURN toUpper');
    await expect.poll(() => page.locator('.cypher-name').allInnerTexts()).toEqual(['Country', 'FINANCES']);
    await expect.poll(() => page.locator('.cypher-keyword').allInnerTexts()).toEqual(['match', 'RETURN']);
  });

  it('offers nothing that would be refused', async () => {
    const { page } = await openEditor();
    await page.keyboard.type('MATCH (n) ');
    await page.keyboard.press('Control+Space');
    const offers = page.getByRole('listbox', { name: 'Completions' });
    await offers.getByRole('option', { name: 'RETURN' }).waitFor();
    const words = await offers.getByRole('option').allInnerTexts();
    expect(words.filter((word) => /^(CREATE|DELETE|MERGE|SET|CALL \{|LOAD|FOREACH)/i.test(word))).toEqual([]);
  });

  it('marks a fault at its place with the words of the database, and the list leads there', async () => {
    const { page } = await openEditor();
    await write(page, 'MATCH (c:Country)\nRETURN c.name, nobody');
    await faultsOf(page).getByText('nobody').waitFor();
    expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['nobody']);
    expect(await page.getByText('There is no plan as long as something stands in the way.').isVisible()).toBe(true);
    await faultsOf(page).getByRole('button', { name: 'Line 2' }).click();
    await page.keyboard.type('c.id');
    await page.getByText('Can be run.').waitFor();
    expect(await textOf(page)).toContain('RETURN c.name, c.id');
  });

  it('marks a refused word with the way out', async () => {
    const { page } = await openEditor();
    await write(page, "MATCH (c:Country) SET c.name = 'x' RETURN c");
    await faultsOf(page).getByText(/SET/).waitFor();
    expect(await faultsOf(page).innerText()).toContain('Free queries only read');
    await expect.poll(() => page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['SET']);
  });

  it('shows the plan with the rows that are expected', async () => {
    const { page } = await openEditor();
    await write(page, 'MATCH (c:Country) RETURN count(*) AS n');
    const plan = page.getByRole('tabpanel', { name: 'Plan' });
    await plan.getByText('hand out the answer').waitFor();
    expect(await plan.innerText()).toContain('Columns: n');
    expect(await plan.innerText()).toMatch(/about 1 row/);
  });

  it('lets Escape, then Tab leave, and Tab alone indent', async () => {
    const { page } = await openEditor();
    await page.keyboard.type('RETURN 1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await textOf(page)).toBe('  RETURN 1');
    expect(await editorOf(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await editorOf(page).evaluate((element) => element === document.activeElement)).toBe(false);
    expect(await textOf(page)).toBe('  RETURN 1');
    expect(await page.getByRole('textbox', { name: 'Cypher query' }).isVisible()).toBe(true);
  });
});

describe('running', () => {
  it('asks for parameters, runs by Ctrl+Enter, and brings a query back from the history', async () => {
    const { page } = await openEditor();
    await write(page, financers);
    expect(await page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('$id').fill('germany');
    await editorOf(page).click();
    await page.keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByText('2 rows').first().waitFor();
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await result.getByText('1 row').first().waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    const history = page.getByRole('tabpanel', { name: 'History' });
    await expect.poll(() => history.getByRole('listitem').count()).toBe(2);
    expect(await history.getByRole('listitem').first().innerText()).toMatch(
      /RETURN 1 AS one[\s\S]*1 row[\s\S]*(ms|s)$/,
    );
    await history.getByRole('button', { name: /^MATCH/ }).click();
    await expect.poll(() => textOf(page)).toContain('x.name AS whom');
    await page.reload();
    await visitor?.settled();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => history.getByRole('listitem').count()).toBe(2);
    await history.getByRole('button', { name: 'Clear the history' }).click();
    await history.getByText('Queries that were run in this browser').waitFor();
  });

  it('cancels', async () => {
    const { page } = await openEditor();
    await write(
      page,
      'MATCH (a), (b), (c), (d) WHERE a.name < b.name AND c.name < d.name RETURN max(a.name + d.name) AS n',
    );
    await page
      .getByText('Can be run.')
      .or(page.getByText(/cartesian/i))
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Cancel' }).first().click();
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel', { name: 'History' }).getByText('cancelled').waitFor();
  });

  it('opens a link with query and values, and does not run it', async () => {
    const hash = `#/cypher?query=${encodeURIComponent(financers)}&$id=${encodeURIComponent('"germany"')}`;
    const { page } = await openEditor({}, hash);
    await expect.poll(() => textOf(page)).toContain('x.name AS whom');
    expect(await page.getByLabel('$id').inputValue()).toBe('germany');
    await page.getByText('Can be run.').waitFor();
    expect(await page.getByRole('region', { name: 'Result' }).count()).toBe(0);
  });
});

describe('keeping', () => {
  it('makes a saved query of a free one, whose text can then be edited with faults at their lines', async () => {
    const { page } = await openEditor();
    await write(page, financers);
    await page.getByLabel('$id').fill('germany');
    await page.getByRole('button', { name: 'Keep …' }).click();
    const dialog = page.getByRole('dialog');
    const words = (of: string) => dialog.getByRole('group', { name: of, exact: true });
    await words('Title').getByLabel('English').fill('Whom a country: finances');
    await words('Title').getByLabel('German').fill('Wen ein Land finanziert');
    await words('Description').getByLabel('English').fill('Financed by it.');
    expect(await dialog.getByLabel('Id', { exact: true }).inputValue()).toBe('whom-a-country-finances');
    expect(await dialog.getByLabel('Kind, id').inputValue()).toBe('entity');
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('heading', { name: 'Whom a country: finances' }).waitFor();

    await page.getByRole('button', { name: 'Edit text' }).click();
    const text = dialog.getByRole('textbox', { name: 'The whole file: front matter and Cypher' });
    await text.waitFor();
    await dialog.getByText('kind: entity').click();
    await page.keyboard.press('End');
    await page.keyboard.type('-like');
    await dialog.getByRole('button', { name: 'Line 11' }).waitFor();
    await expect.poll(() => dialog.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['kind: entity-like']);
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Home');
    await dialog.getByText('id: whom-a-country-finances').click();
    await page.keyboard.press('End');
    await page.keyboard.type('-now');
    await dialog.getByText('No faults.').waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'All queries' }).click();
    const response = await page.request.get(`${program.url}api/queries/whom-a-country-finances-now`);
    expect(response.status()).toBe(200);
  });
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 820],
  ['dark', 820],
] as const)('axe on the %s editor, %d wide', (theme, width) => {
  it('finds nothing', async () => {
    const { user, page } = await openEditor({ theme, width });
    expect(await user.violations()).toEqual([]);
    await write(page, 'MATCH (c:Country)\nRETURN c.name, nobody, $x, toUpper("a"), 1 // end');
    await faultsOf(page).getByText('nobody').waitFor();
    await page.waitForTimeout(1500);
    expect(await user.violations()).toEqual([]);
    await write(page, financers);
    await page.getByText('Can be run.').waitFor();
    expect(await user.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Keep …' }).click();
    await page.getByRole('dialog').getByRole('group', { name: 'Title', exact: true }).waitFor();
    expect(await user.violations()).toEqual([]);
  });
});
