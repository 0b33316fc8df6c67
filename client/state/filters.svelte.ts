// Which types and lines the user has switched off in the legend, and what is left to see.
import { SvelteSet } from 'svelte/reactivity';
import type { GraphRelation } from '../../data/model/graph.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { lineLook } from '../../server/graph/style.ts';
import type { Shown } from './shown.ts';

/** How a line is drawn, as the legend names it. */
export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'pale';

/** Switches of the legend. */
export class Filters {
  readonly types = new SvelteSet<string>();
  readonly lines = new SvelteSet<LineStyle>();

  readonly isActive = $derived(this.types.size + this.lines.size > 0);

  /** Shows or hides entity types: hides them all unless all are hidden. */
  toggleTypes(types: readonly string[]): void {
    const areHidden = types.every((type) => this.types.has(type));
    for (const type of types) areHidden ? this.types.delete(type) : this.types.add(type);
  }

  toggleLine(line: LineStyle): void {
    if (!this.lines.delete(line)) this.lines.add(line);
  }

  clear(): void {
    this.types.clear();
    this.lines.clear();
  }

  /** What is left of the network. */
  apply(shown: Shown, vocabulary: Vocabulary): Shown {
    if (!this.isActive) return shown;
    const nodes = new Map([...shown.nodes].filter(([, node]) => !this.types.has(node.type)));
    const relations = [...shown.relations].filter(
      ([, relation]) =>
        nodes.has(relation.from) &&
        nodes.has(relation.to) &&
        (this.lines.size === 0 || !this.lines.has(lineStyleOf(relation, shown, vocabulary))),
    );
    return { nodes, relations: new Map(relations), positions: shown.positions };
  }
}

/** How a relation's line is drawn. */
export function lineStyleOf(
  relation: GraphRelation,
  { nodes }: Pick<Shown, 'nodes'>,
  vocabulary: Vocabulary,
): LineStyle {
  const ends = { from: nodes.get(relation.from), to: nodes.get(relation.to) };
  const look = lineLook(vocabulary, relation, ends, 'light');
  return look.pale ? 'pale' : look.dash;
}
