// Of many rows only those in sight are there: which ones, and how much room the others take above and below.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { VirtualItem } from '@tanstack/virtual-core';
import type { Attachment } from 'svelte/attachments';

/** What is scrolled. */
interface Rows {
  readonly count: () => number;
  /** Height of a row before it has been measured, in pixels. */
  readonly estimate: number;
  /** Height of what sticks to the top while rows scroll under it. */
  readonly head?: number;
}

const overscan = 4;

/** The rows in sight of one element that scrolls. */
export class VirtualRows {
  readonly #rows: Rows;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #elements = new Set<HTMLElement>();
  #scroller: HTMLElement | null = null;
  /** Counts changes of the virtualizer, which itself is not reactive. */
  #changes = $state(0);
  #change = 0;

  /** The rows in sight, with their places in pixels. */
  readonly items = $derived.by<readonly VirtualItem[]>(() => {
    void this.#changes;
    this.#apply();
    return this.#virtualizer.getVirtualItems();
  });
  /** Room above and below the rows in sight. */
  readonly above = $derived(this.items[0]?.start ?? 0);
  readonly below = $derived.by(() => {
    void this.#changes;
    return Math.max(0, this.#virtualizer.getTotalSize() - (this.items.at(-1)?.end ?? 0));
  });

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#virtualizer = new Virtualizer(this.#options(0));
  }

  /** Attached to the element that scrolls. */
  readonly scroller: Attachment<HTMLElement> = (element) => {
    this.#scroller = element;
    const unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#note();
    return () => {
      unmount();
      this.#scroller = null;
    };
  };

  /** Attached to each row, which has its place as `data-index`. */
  readonly row: Attachment<HTMLElement> = (element) => {
    this.#elements.add(element);
    this.#virtualizer.measureElement(element);
    return () => {
      this.#elements.delete(element);
      this.#virtualizer.measureElement(null);
    };
  };

  /** Scrolls as little as brings a row into sight. */
  reveal(index: number): void {
    this.#apply();
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** Forgets the heights, because other rows stand there now, and measures those in sight. */
  forget(): void {
    this.#virtualizer.measure();
    for (const element of this.#elements) this.#virtualizer.measureElement(element);
  }

  /** How many rows fit into sight. */
  get page(): number {
    return Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 0) / this.#rows.estimate) - 2);
  }

  /** Only writes, so that an effect that causes a change does not depend on it. */
  #note(): void {
    this.#changes = ++this.#change;
  }

  #apply(): void {
    this.#virtualizer.setOptions(this.#options(this.#rows.count()));
  }

  #options(count: number) {
    return {
      count,
      overscan,
      estimateSize: () => this.#rows.estimate,
      scrollPaddingStart: this.#rows.head ?? 0,
      getScrollElement: () => this.#scroller,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#note(),
    };
  }
}
