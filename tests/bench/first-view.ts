// Measures the first view, from navigation to the drawn network, in headless Chromium: npx tsx tests/bench/first-view.ts [address] [rounds]
import { launchChromium } from '../e2e/chromium.ts';

const [address = 'http://127.0.0.1:4747/', rounds = '9'] = process.argv.slice(2);
/** Runs in the page, as text: the loader of this file adds names to functions that the page does not have. */
const untilDrawn = `new Promise((resolve) => {
  const look = () => {
    const canvas = document.querySelector('[role=application]');
    if (canvas && canvas._cyreg && canvas._cyreg.cy.nodes().length > 0) {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    } else requestAnimationFrame(look);
  };
  look();
})`;
const browser = await launchChromium();
const timesMs: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  timesMs.push(Math.round(await page.evaluate<number>(untilDrawn)));
  await context.close();
}
await browser.close();
timesMs.sort((a, b) => a - b);
process.stdout.write(
  `first view: median ${timesMs[Math.floor(timesMs.length / 2)]} ms, all ${timesMs.join(', ')} ms\n`,
);
