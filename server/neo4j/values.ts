// Turns what the driver returns into plain JSON and back; what JSON cannot hold becomes { $type, value } with the value as text.
import neo4j from 'neo4j-driver';
import type { Node, Path, Relationship } from 'neo4j-driver';
import { EntenteError } from '../errors.ts';
import type { Json } from './database.ts';
import { valueTooDeep } from './errors.ts';
import { fromText, toText, type Scalar } from './scalars.ts';

/** A map in JSON. */
export type JsonMap = { [key: string]: Json };

/** Is told of every node and relationship that a value holds and how many bytes of JSON it becomes. */
export interface Finder {
  /** What became of the node or relationship with this element id before, in the same answer. */
  known(elementId: string): JsonMap | undefined;
  node(node: Node, json: JsonMap): void;
  relation(relation: Relationship, json: JsonMap): void;
  /** Called while a value is walked; throws to stop it. */
  spend(bytes: number): void;
}

/** Deeper than this no value is followed: walking it would exhaust the stack. */
const deepest = 200;
/** About what a reference to something that the answer holds already takes. */
const referenceBytes = 100;

/**
 * A value of the driver as plain JSON. Integers within 2^53 and finite floats become numbers. Integer, Float, Date, Time,
 * LocalTime, DateTime, LocalDateTime, Duration, Point, Bytes become `{ $type, value }`, losslessly, with the value as text
 * (Bytes: base64, Point: EWKT); types that only newer servers have likewise, for display. Nodes, relationships and paths become
 * `{ $type: 'Node', labels, properties }`, `{ $type: 'Relationship', type, from, to, properties }` and
 * `{ $type: 'Path', nodes, relations }`. A map that has a key `$type` itself becomes `{ $type: 'Map', value }`.
 */
export function toJson(value: unknown, finder?: Finder): Json {
  return convert(value, finder, 0);
}

function convert(value: unknown, finder: Finder | undefined, depth: number): Json {
  if (depth > deepest) throw valueTooDeep();
  const json = scalarToJson(value);
  if (json !== undefined) {
    finder?.spend(sizeOf(json));
    return json;
  }
  finder?.spend(2);
  if (Array.isArray(value)) return value.map((item) => convert(item, finder, depth + 1));
  if (neo4j.isNode(value)) return nodeToJson(value, finder);
  if (neo4j.isRelationship(value)) return relationToJson(value, finder);
  if (neo4j.isPath(value)) return pathToJson(value, finder);
  return mapToJson(value as object, finder, depth);
}

/** The JSON of whatever holds no other value; undefined for lists, maps, nodes, relationships and paths. */
function scalarToJson(value: unknown): Json | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberToJson(value);
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : { $type: 'Integer', value: value.toString() };
  if (Array.isArray(value) || neo4j.isNode(value) || neo4j.isRelationship(value) || neo4j.isPath(value))
    return undefined;
  const text = toText(value);
  return text === undefined ? undefined : { ...text };
}

/** Bytes of a scalar in JSON, its comma included. */
function sizeOf(json: Json): number {
  if (typeof json !== 'string') return (typeof json === 'number' ? String(json) : JSON.stringify(json)).length + 1;
  const plain = Buffer.byteLength(json) + 3;
  return needsEscape.test(json) ? Math.max(plain, Buffer.byteLength(JSON.stringify(json)) + 1) : plain;
}

const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The properties of a node or relationship, sorted by key, as plain JSON. */
export function propertiesToJson(properties: object, finder?: Finder): JsonMap {
  return Object.fromEntries(
    Object.entries(properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [named(key, finder), toJson(value, finder)]),
  );
}

/**
 * Plain JSON as parameters of the driver: whole numbers become integers, other numbers floats, `{ $type, value }` what it
 * says (`{ $type: 'Float', value: '2' }` forces a float), `undefined` in maps is left out and in lists becomes null.
 *
 * @throws {EntenteError} `bad-parameter` for an unknown `$type`, a text that does not fit it, or what is not JSON
 */
export function toParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, toDriver(value)]),
  );
}

function toDriver(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (!isPlainMap(value))
    throw badParameter('A parameter is neither a text, a number, a truth value, a list nor a map.');
  if (!Object.hasOwn(value, '$type')) return toParameters(value);
  const { $type: type, value: inner } = value;
  if (type === 'Map' && isPlainMap(inner)) return toParametersOfMap(inner);
  if (typeof type !== 'string' || typeof inner !== 'string')
    throw badParameter('A parameter has a $type without a text.');
  try {
    return fromText({ $type: type, value: inner });
  } catch (cause) {
    throw badParameter(`A parameter says that it is a ${type}, but ${JSON.stringify(inner)} is none.`, cause);
  }
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function toParametersOfMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toDriver(value)]));
}

function numberToJson(value: number): Json {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { ...(toText(value) as Scalar) };
}

function mapToJson(value: object, finder: Finder | undefined, depth: number): Json {
  const map = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [named(key, finder), convert(item, finder, depth + 1)]),
  );
  return '$type' in map ? { $type: 'Map', value: map } : map;
}

function named(key: string, finder: Finder | undefined): string {
  finder?.spend(key.length + 3);
  return key;
}

function nodeToJson(node: Node, finder: Finder | undefined): Json {
  const known = finder?.known(node.elementId);
  if (known !== undefined) return referTo(known, finder);
  const labels = [...node.labels].sort();
  finder?.spend(JSON.stringify(labels).length);
  const json = { $type: 'Node', labels, properties: propertiesToJson(node.properties, finder) };
  finder?.node(node, json);
  return json;
}

function relationToJson(relation: Relationship, finder: Finder | undefined): Json {
  const known = finder?.known(relation.elementId);
  if (known !== undefined) return referTo(known, finder);
  finder?.spend(referenceBytes);
  const properties = propertiesToJson(relation.properties, finder);
  const json = { $type: 'Relationship', type: relation.type, from: null, to: null, properties };
  finder?.relation(relation, json);
  return json;
}

function referTo(known: JsonMap, finder: Finder | undefined): Json {
  finder?.spend(referenceBytes);
  return known;
}

function pathToJson(path: Path, finder: Finder | undefined): Json {
  const nodes = [path.start, ...path.segments.map((segment) => segment.end)];
  return {
    $type: 'Path',
    nodes: nodes.map((node) => nodeToJson(node, finder)),
    relations: path.segments.map((segment) => relationToJson(segment.relationship, finder)),
  };
}

function badParameter(message: string, cause?: unknown): EntenteError {
  return new EntenteError({
    code: 'bad-parameter',
    status: 400,
    message,
    advice: 'Write it as the API gives it out, for example { "$type": "Date", "value": "2026-01-23" }.',
    cause,
  });
}
