// A visitor of the page: opens it, waits for the network, and remembers everything that went wrong meanwhile.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** How the page is visited. */
export interface Visit {
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
  /** Where the page asks for the token before it has a network. */
  readonly isLocked?: boolean;
}

/** A box on the screen with the id of the entity that it belongs to. */
export interface LabelledBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the canvas shows. */
export interface Drawn {
  readonly nodes: readonly LabelledBox[];
  readonly labels: readonly LabelledBox[];
  readonly lines: number;
}

declare global {
  interface Window {
    policyReports?: string[];
    axe: typeof axe;
  }
}

/** One visit in a window of its own. */
export class Visitor {
  readonly page: Page;
  /** Console errors, warnings, thrown errors and failed requests. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)));
  }

  /** Opens the page and waits until the network is drawn, unless it is locked. */
  static async open(browser: Browser, url: string, visit: Visit = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: visit.width ?? 1440, height: visit.height ?? 900 },
      colorScheme: visit.theme ?? 'light',
      locale: visit.locale ?? 'en-GB',
      acceptDownloads: true,
    });
    const visitor = new Visitor(await context.newPage());
    await visitor.page.addInitScript(() => {
      window.policyReports = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.policyReports?.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await visitor.page.goto(url);
    if (visit.isLocked !== true) await visitor.settled();
    return visitor;
  }

  /** Waits until there is a network and nothing is being laid out. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLElement & { _cyreg?: { cy: { nodes(): { length: number } } } }>(
        '[role=application]',
      );
      return (canvas?._cyreg?.cy.nodes().length ?? 0) > 0 && document.querySelector('.progress') === null;
    });
    // The labels are chosen once zooming has come to rest.
    await this.page.waitForTimeout(350);
  }

  /** The boxes of nodes and of the labels that are drawn, in pixels of the canvas. */
  drawn(): Promise<Drawn> {
    return this.page.evaluate(() => {
      interface Ele {
        id(): string;
        style(name: string): string;
        renderedBoundingBox(options: object): { x1: number; y1: number; x2: number; y2: number };
      }
      const canvas = document.querySelector('[role=application]') as unknown as {
        _cyreg: { cy: { nodes(): { map<T>(each: (ele: Ele) => T): T[] }; edges(): { length: number } } };
      };
      const { cy } = canvas._cyreg;
      const only = { includeNodes: false, includeEdges: false, includeLabels: false, includeOverlays: false };
      const boxes = (kind: object) =>
        cy.nodes().map((ele) => {
          const { x1, y1, x2, y2 } = ele.renderedBoundingBox({ ...only, ...kind });
          return { id: ele.id(), left: x1, top: y1, right: x2, bottom: y2, label: ele.style('label') };
        });
      return {
        nodes: boxes({ includeNodes: true }),
        labels: boxes({ includeLabels: true }).filter(({ label }) => label !== ''),
        lines: cy.edges().length,
      };
    });
  }

  /** Where an entity or the middle of a line is on the screen. */
  place(id: string): Promise<{ x: number; y: number }> {
    return this.page.evaluate((wanted) => {
      const canvas = document.querySelector('[role=application]') as unknown as HTMLElement & {
        _cyreg: {
          cy: {
            getElementById(id: string): {
              isNode(): boolean;
              renderedPosition(): { x: number; y: number };
              renderedMidpoint(): { x: number; y: number };
            };
          };
        };
      };
      const ele = canvas._cyreg.cy.getElementById(wanted);
      const at = ele.isNode() ? ele.renderedPosition() : ele.renderedMidpoint();
      const frame = canvas.getBoundingClientRect();
      return { x: frame.x + at.x, y: frame.y + at.y };
    }, id);
  }

  /** Searches for a name and takes the first hit. */
  async bring(name: string): Promise<void> {
    await this.page.keyboard.press('/');
    await this.page.keyboard.type(name);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('heading', { level: 2 }).first().waitFor();
    await this.settled();
  }

  /** What axe finds wrong with the page as it is. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    // Halfway between two colours text may have too little contrast; what counts is where they end.
    await this.page.evaluate(() =>
      Promise.allSettled(
        document.getAnimations().flatMap((moving) => (moving instanceof CSSTransition ? moving.finished : [])),
      ),
    );
    const result = await this.page.evaluate(() => window.axe.run(document));
    return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
  }

  /** Everything that went wrong, the policy's reports among it. */
  async wrongs(): Promise<string[]> {
    return [...this.complaints, ...(await this.page.evaluate(() => window.policyReports ?? []))];
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
