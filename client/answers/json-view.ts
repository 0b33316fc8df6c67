// An answer as JSON in lines that are made one by one, so that a large answer can be looked at without writing it all out.
import type { Graph, Json } from '../../data/model/graph.ts';

/** What is shown as JSON. */
export interface JsonContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
  readonly graph: Graph;
  /** What else the answer says, such as whether it was cut. */
  readonly rest: Readonly<Record<string, Json>>;
}

interface Section {
  readonly count: number;
  readonly line: (at: number) => string;
}

/** Lines by their place: one for each row, entity and relation; together they are the JSON of the answer. */
export function jsonLines(content: JsonContent): { readonly count: number; readonly line: (at: number) => string } {
  const sections = sectionsOf(content);
  const count = sections.reduce((sum, section) => sum + section.count, 0);
  return {
    count,
    line: (at) => {
      let left = at;
      for (const section of sections) {
        if (left < section.count) return section.line(left);
        left -= section.count;
      }
      return '';
    },
  };
}

function sectionsOf({ columns, rows, graph, rest }: JsonContent): Section[] {
  const others = Object.entries(rest);
  return [
    one('{'),
    one(`  "columns": ${JSON.stringify(columns)},`),
    one('  "rows": ['),
    list(rows, '    '),
    one('  ],'),
    one('  "graph": {'),
    one('    "nodes": ['),
    list(graph.nodes, '      '),
    one('    ],'),
    one('    "relations": ['),
    list(graph.relations, '      '),
    one('    ]'),
    one(others.length === 0 ? '  }' : '  },'),
    {
      count: others.length,
      line: (at) =>
        `  ${JSON.stringify(others[at]?.[0])}: ${JSON.stringify(others[at]?.[1])}${comma(at, others.length)}`,
    },
    one('}'),
  ];
}

function one(text: string): Section {
  return { count: 1, line: () => text };
}

function list(items: readonly unknown[], indent: string): Section {
  return { count: items.length, line: (at) => `${indent}${JSON.stringify(items[at])}${comma(at, items.length)}` };
}

function comma(at: number, count: number): string {
  return at === count - 1 ? '' : ',';
}
