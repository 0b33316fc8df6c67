// The slow reader of YAML: knows where everything stands and names faults that can be told apart from broken syntax.
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';
import { shown } from './faults.ts';
import type { Path } from './faults.ts';

/** A fault at an offset of the text. */
interface OffsetFault {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

/** Where the parts of a file stand. */
export interface Places {
  /** Offset of the key or value at a path, or of the nearest thing above it. */
  offsetOf(path: Path, at: 'key' | 'value'): number;
  /** The file's value, with `undefined` where a part is unusable and the first of duplicate keys. */
  value(): unknown;
  /** True where a part of that path is unusable for a fault that has been reported. */
  isUnusable(path: Path): boolean;
}

/** What the slow reader found: places and faults, or why there is nothing to be had. */
export interface PlacedReading {
  readonly places: Places;
  readonly faults: readonly OffsetFault[];
  readonly broken?: OffsetFault;
}

const coreTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'seq', 'map'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Reads a text with places; never throws. */
export function readWithPlaces(text: string): PlacedReading {
  const document = parseDocument(text, {
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const faults: OffsetFault[] = [];
  const unusable = new Set<string>();
  const broken = brokenBy(document) ?? bombIn(document);
  if (broken === undefined) collect(document.contents, [], { text, faults, unusable });
  return {
    places: {
      offsetOf: (path, at) => offsetOf(document, path, at),
      value: () => valueOf(document.contents),
      isUnusable: (path) => path.some((_, index) => unusable.has(keyOf(path.slice(0, index + 1)))),
    },
    faults,
    ...(broken === undefined ? {} : { broken }),
  };
}

function brokenBy(document: Document): OffsetFault | undefined {
  const [error] = document.errors;
  if (error === undefined) return undefined;
  const offset = error.pos[0];
  if (error.code === 'MULTIPLE_DOCS') {
    const message = 'A second document begins here. Keep one document in a file.';
    return { offset, code: 'several-documents', message };
  }
  const reason = error.message.split('\n')[0]?.replace(/[.:]?$/, '') ?? '';
  return { offset, code: 'syntax', message: `This is not YAML: ${reason}. Correct it.` };
}

/** Aliases within something that aliases stand for multiply: such a file is not looked into. */
function bombIn(document: Document): OffsetFault | undefined {
  const inside = { anchored: 0, bomb: undefined as Alias | undefined };
  const look = (node: unknown): void => {
    if (isPair(node)) {
      look(node.key);
      look(node.value);
    } else if (isAlias(node)) {
      if (inside.anchored > 0) inside.bomb ??= node;
    } else if (isCollection(node)) {
      const step = node.anchor === undefined ? 0 : 1;
      inside.anchored += step;
      node.items.forEach(look);
      inside.anchored -= step;
    }
  };
  look(document.contents);
  return inside.bomb === undefined ? undefined : aliasFault(inside.bomb);
}

function aliasFault(alias: Alias): OffsetFault {
  const message = `${shown(`*${alias.source}`)} would be an alias, and aliases are not allowed. Write the value out, or put a text that begins with * in quotes.`;
  return { offset: startOf(alias) ?? 0, code: 'alias', message };
}

interface Collected {
  readonly text: string;
  readonly faults: OffsetFault[];
  readonly unusable: Set<string>;
}

function collect(node: unknown, path: Path, found: Collected): void {
  if (isNode(node) && 'tag' in node && node.tag !== undefined && !coreTags.has(node.tag)) {
    found.unusable.add(keyOf(path));
    found.faults.push(tagFault(node.range?.[0] ?? 0, found.text));
  }
  if (isAlias(node)) {
    found.unusable.add(keyOf(path));
    found.faults.push(aliasFault(node));
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => collect(item, [...path, index], found));
  } else if (isMap(node)) {
    collectMap(node, path, found);
  }
}

function collectMap(map: YAMLMap, path: Path, found: Collected): void {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = keyText(pair);
    const offset = startOf(pair.key) ?? startOf(map) ?? 0;
    if (key === undefined) {
      const message = 'A key is a list, a map or an alias. Write a word.';
      found.faults.push({ offset, code: 'complex-key', message });
    } else if (seen.has(key)) {
      const message = `The key ${shown(key)} stands twice. Remove one of the two.`;
      found.faults.push({ offset, code: 'duplicate-key', message });
    } else {
      seen.add(key);
      collect(pair.value, [...path, key], found);
    }
  }
}

/** A node's offset is that of its content: its tag stands before it, with an anchor perhaps. */
function tagFault(contentOffset: number, text: string): OffsetFault {
  const before = text.slice(Math.max(0, contentOffset - 1000), contentOffset);
  const found = /(?<tag>![^\s,[\]{}]*)\s*(&\S+\s*)?$/.exec(before);
  const tag = found?.groups?.['tag'] ?? '';
  const offset = found === null ? contentOffset : contentOffset - before.length + found.index;
  return { offset, code: 'unknown-tag', message: `The tag ${shown(tag)} is unknown. Write the value without it.` };
}

function valueOf(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(valueOf);
  if (!isMap(node)) return undefined;
  const entries = new Map<string, unknown>();
  for (const pair of node.items) {
    const key = keyText(pair);
    if (key !== undefined && !entries.has(key)) entries.set(key, valueOf(pair.value));
  }
  return Object.fromEntries(entries);
}

function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
      continue;
    }
    const pair = isMap(node) ? node.items.find((item) => keyText(item) === String(step)) : undefined;
    if (pair === undefined) return offset;
    offset = startOf(pair.key) ?? offset;
    if (at === 'key' && index === path.length - 1) return offset;
    node = pair.value;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

/** Where a node's own text begins; undefined where it has none, as an absent value has not. */
function startOf(node: unknown): number | undefined {
  if (!isNode(node)) return undefined;
  const range = (node as Node).range;
  if (range === null || range === undefined) return undefined;
  return isScalar(node) && range[0] === range[1] ? undefined : range[0];
}

function keyText(pair: Pair): string | undefined {
  const key = pair.key;
  if (key === null) return 'null';
  return isScalar(key) ? String(key.value) : undefined;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
