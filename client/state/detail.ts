// What can be selected, and what is then known of it.
import type { GraphNode, GraphRelation } from '../../data/model/graph.ts';

/** What can be selected: an entity, or a relation with its ends. */
export type Selected =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'relation'; readonly id: string; readonly from: string; readonly to: string };

/** What the inspector shows. */
export type Detail =
  | {
      readonly kind: 'entity';
      readonly node: GraphNode;
      readonly relations: readonly GraphRelation[];
      readonly total: number;
      readonly truncated: boolean;
    }
  | { readonly kind: 'relation'; readonly relation: GraphRelation };
