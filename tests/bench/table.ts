// Measures an answer of 10,000 rows in headless Chromium: first row, whole table, longest task of each step: npx tsx tests/bench/table.ts [address]
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';

const [address = 'http://127.0.0.1:4747/'] = process.argv.slice(2);
const id = 'ten-thousand-rows';
const rows = 10_000;
const answerMs = 180_000;

/** Runs in the page, as text: the loader of this file adds names to functions that the page does not have. */
const watch = `(() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
})()`;
const bareRead = `(async () => {
  const start = performance.now();
  const response = await fetch('/api/queries/${id}/run', {
    method: 'POST',
    headers: { accept: 'application/jsonl', 'content-type': 'application/json' },
    body: JSON.stringify({ parameters: {} }),
  });
  const reader = response.body.getReader();
  let first;
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return [first, performance.now() - start];
    bytes += value.length;
    if (bytes > 5000) first ??= performance.now() - start;
  }
})()`;
const run = `new Promise((resolve) => {
  const start = performance.now();
  let first;
  [...document.querySelectorAll('form button[type=submit]')].at(0).click();
  const look = () => {
    const grid = document.querySelector('[role=grid]');
    if (grid?.querySelector('td')) first ??= performance.now() - start;
    if (grid?.getAttribute('aria-rowcount') === '${rows + 1}' && grid.getAttribute('aria-busy') === 'false')
      resolve([first, performance.now() - start]);
    else requestAnimationFrame(look);
  };
  look();
})`;
/** Scrolls to the end in so many frames and tells how many of them showed no row. */
const scroll = (selector: string, frames: number) => `new Promise((resolve) => {
  const scroller = document.querySelector('${selector}');
  let frame = 0;
  let empty = 0;
  const step = () => {
    const box = scroller.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + 60, box.y + box.height / 2);
    if (!there?.closest('[data-index]')) empty += 1;
    frame += 1;
    scroller.scrollTop = (scroller.scrollHeight * frame) / ${frames};
    if (frame <= ${frames}) requestAnimationFrame(step);
    else resolve(empty);
  };
  step();
})`;

const report = (text: string) => process.stdout.write(`${text}\n`);

/** Does a step and tells the longest task within it. */
async function measured<T>(page: Page, name: string, step: () => Promise<T>): Promise<T> {
  await page.evaluate('window.tasks.length = 0');
  const start = performance.now();
  const result = await step();
  await page.waitForTimeout(400);
  const tasks = await page.evaluate<number[]>('window.tasks');
  const longest = Math.max(0, ...tasks);
  report(
    `${name}: ${Math.round(performance.now() - start - 400)} ms; longest task ${longest === 0 ? 'under 50' : Math.round(longest)} ms, ${tasks.length} over 50 ms`,
  );
  return result;
}

const text = await readFile(path.resolve(import.meta.dirname, `../e2e/queries/${id}.cypher`), 'utf8');
const there = await fetch(new URL(`/api/queries/${id}`, address));
if (!there.ok) {
  await fetch(new URL('/api/queries', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
}
const browser = await launchChromium();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })).newPage();
page.setDefaultTimeout(answerMs);
await page.goto(address);
await page.waitForFunction("document.querySelector('[role=application]')?._cyreg?.cy.nodes().length > 0");
await page.getByRole('tab', { name: 'Queries' }).click();
await page.getByRole('button', { name: /^Ten thousand rows/ }).click();
await page.evaluate(watch);
const [bareFirst, bareAll] = await page.evaluate<[number, number]>(bareRead);
report(`the same lines read and thrown away: first ${Math.round(bareFirst)} ms, all ${Math.round(bareAll)} ms`);
const [first, all] = await measured(page, 'rows come', () => page.evaluate<[number, number]>(run));
report(
  `first row ${Math.round(first)} ms, whole table ${Math.round(all)} ms: ${(all / bareAll).toFixed(2)} of the bare reading`,
);
const result = page.getByRole('region', { name: 'Result' });
const empty = await measured(page, 'scroll to the end in 300 frames', () =>
  page.evaluate<number>(
    scroll('[role=grid]', 300).replace("querySelector('[role=grid]')", "querySelector('[role=grid]').parentElement"),
  ),
);
report(`frames of 300 without a row in the middle: ${empty}`);
const settled = () =>
  page.waitForFunction("!document.querySelector('.tools [role=status]')?.textContent.includes('…')");
await measured(page, 'sort by names', async () => {
  await result.getByRole('button', { name: 'Who', exact: true }).click();
  await page.waitForFunction("document.querySelector('th[aria-sort=ascending]') !== null");
});
await measured(page, 'filter over all columns', async () => {
  await result.getByLabel('Filter rows').fill('zeile promised');
  await page.waitForFunction(
    "/^[0-9,]+ of 10,000$/.test(document.querySelector('.tools p[role=status]')?.textContent ?? '')",
  );
});
await measured(page, 'show all rows again', async () => {
  await result.getByRole('button', { name: 'Show all rows' }).click();
  await settled();
});
await measured(page, 'show as JSON', () => result.getByRole('radio', { name: 'JSON' }).check());
await measured(page, 'scroll the JSON to its end in 300 frames', () =>
  page.evaluate<number>(scroll('[aria-label^="The answer as JSON"]', 300)),
);
await result.getByRole('radio', { name: 'Table' }).check();
for (const format of ['CSV', 'Excel', 'JSON with', 'JSON Lines']) {
  await result.getByRole('button', { name: 'Export' }).click();
  await measured(page, `export as ${format.replace(' with', '')}`, async () => {
    const waiting = page.waitForEvent('download');
    await result.getByRole('button', { name: format }).click();
    await (await waiting).path();
  });
  await page.keyboard.press('Escape');
}
await browser.close();
