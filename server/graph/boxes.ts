// Rectangles on the canvas, and a grid that finds those that meet without comparing all with all.

/** A rectangle in canvas units; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** True where two boxes share area; touching edges do not count. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box grown by a margin on all sides. */
export function grown(box: Box, margin: number): Box {
  return { left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin };
}

/** The smallest box around all; an empty one at the origin where there is none. */
export function boxAround(boxes: Iterable<Box>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return left > right ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}

/** Boxes by the cells that they cover. */
export class BoxGrid<Item extends { readonly box: Box }> {
  readonly #cell: number;
  readonly #cells = new Map<number, Item[]>();

  /** @param cell side of a cell, about the side of a usual box */
  constructor(cell: number) {
    this.#cell = Math.max(1, cell);
  }

  add(item: Item): void {
    for (const key of this.#keys(item.box)) {
      const held = this.#cells.get(key);
      if (held === undefined) this.#cells.set(key, [item]);
      else held.push(item);
    }
  }

  /** True where any box in the grid meets this one. */
  meets(box: Box): boolean {
    return this.#keys(box).some((key) => this.#cells.get(key)?.some((item) => boxesMeet(item.box, box)));
  }

  /** Every item whose box meets this one, once each. */
  meeting(box: Box): Set<Item> {
    const found = new Set<Item>();
    for (const key of this.#keys(box)) {
      for (const item of this.#cells.get(key) ?? []) if (boxesMeet(item.box, box)) found.add(item);
    }
    return found;
  }

  /** The cells that a box covers. */
  #keys(box: Box): number[] {
    const side = this.#cell;
    const [right, bottom] = [Math.floor(box.right / side), Math.floor(box.bottom / side)];
    const keys: number[] = [];
    for (let x = Math.floor(box.left / side); x <= right; x++) {
      for (let y = Math.floor(box.top / side); y <= bottom; y++) keys.push(x * 65_537 + y);
    }
    return keys;
  }
}
