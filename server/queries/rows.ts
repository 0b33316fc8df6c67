// The door for rows from Neo4j: nodes and relationships become the entities and relations that the API serves.
import { z } from 'zod';
import { jsonSchema, type GraphNode, type GraphRelation, type Json } from '../../data/model/graph.ts';
import { nameProperty } from '../../data/model/records.ts';
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import { EntenteError } from '../errors.ts';
import { evidenceItems, evidenceListsSchema, evidenceProperties } from './evidence-lists.ts';

const properties = z.record(z.string(), jsonSchema);
const text = z.string().optional();
const sharedShape = {
  ...evidenceListsSchema.shape,
  status: text,
  date: text,
  certainty: z.string().default('explicit').describe('A source has no evidence: it is what it is.'),
  disputed: z.boolean().default(false),
};

const entityPropertiesSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: text,
  shortName: text,
  aliases: z.array(z.string()).default([]),
  description: text,
  ...sharedShape,
});
const relationPropertiesSchema = z.object({ id: z.string(), ...sharedShape });

/** A node as statements return it. */
export const nodeValueSchema = z.object({ labels: z.array(z.string()), properties });
/** A relationship as statements return it, its ends by the ids that the answer names. */
export const relationValueSchema = z.object({ type: z.string(), from: z.string(), to: z.string(), properties });
/** A node of Neo4j. */
export type NodeValue = z.infer<typeof nodeValueSchema>;
/** A relationship of Neo4j. */
export type RelationValue = z.infer<typeof relationValueSchema>;

/** How entities and relations are served: with or without evidence. */
export interface Shaping {
  readonly vocabulary: Vocabulary;
  readonly evidence: boolean;
}

const derivedOnly = ['allNames', 'hash'];
const common = ['id', 'status', 'date', 'certainty', 'disputed', ...evidenceProperties, ...derivedOnly];

/**
 * The entity that a node is. `properties` holds everything but what has a field of its own, the evidence, and what only the
 * ingestion needs (`hash`, `allNames`).
 *
 * @throws {EntenteError} `malformed-row` where the node is no entity of the model
 */
export function toGraphNode(value: NodeValue, shaping: Shaping): GraphNode {
  const own = parseRow(
    entityPropertiesSchema,
    value.properties,
    `an entity with the labels ${value.labels.join(', ')}`,
  );
  const names = namesByLanguage(value.properties, shaping.vocabulary);
  const taken = [...common, 'name', 'kind', 'shortName', 'aliases', 'description', ...names.map(([, key]) => key)];
  return {
    id: own.id,
    type: typeOf(value.labels, shaping.vocabulary),
    ...(own.kind === undefined ? {} : { kind: own.kind }),
    name: own.name,
    ...(own.shortName === undefined ? {} : { shortName: own.shortName }),
    names: Object.fromEntries(names.map(([lang, , name]) => [lang, name])),
    aliases: own.aliases,
    ...(own.description === undefined ? {} : { description: own.description }),
    ...sharedFields(own, shaping),
    properties: without(value.properties, taken),
  };
}

/**
 * The relation that a relationship is; fields as in {@link toGraphNode}.
 *
 * @throws {EntenteError} `malformed-row` where the relationship is no relation of the model
 */
export function toGraphRelation(value: RelationValue, shaping: Shaping): GraphRelation {
  const own = parseRow(relationPropertiesSchema, value.properties, `a relation ${value.type}`);
  return {
    id: own.id,
    type: value.type,
    from: value.from,
    to: value.to,
    ...sharedFields(own, shaping),
    properties: without(value.properties, common),
  };
}

/** Whether a node is an entity of the model and not somebody else's node. */
export function isEntity(value: NodeValue): boolean {
  return value.labels.includes('Entity') && entityPropertiesSchema.safeParse(value.properties).success;
}

/**
 * Checks something that the database answered.
 *
 * @param what names it in the message
 * @throws {EntenteError} `malformed-row`
 */
export function parseRow<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new EntenteError({
    code: 'malformed-row',
    status: 500,
    message: `The database holds ${what} that does not fit the model.`,
    advice: 'Ingest the data set again with this version of the program.',
    details: { faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) },
  });
}

function typeOf(labels: readonly string[], vocabulary: Vocabulary): string {
  const others = labels.filter((label) => label !== 'Entity');
  return others.find((label) => Object.hasOwn(vocabulary.types, label)) ?? others[0] ?? 'Entity';
}

function sharedFields(own: z.infer<typeof relationPropertiesSchema>, shaping: Shaping) {
  return {
    ...(own.status === undefined ? {} : { status: own.status }),
    ...(own.date === undefined ? {} : { date: own.date }),
    certainty: own.certainty,
    disputed: own.disputed,
    evidence: shaping.evidence ? evidenceItems(own) : [],
  };
}

function namesByLanguage(from: Readonly<Record<string, Json>>, vocabulary: Vocabulary): [string, string, string][] {
  return vocabulary.languages.flatMap((lang) => {
    const key = nameProperty(lang);
    const name = from[key];
    return typeof name === 'string' ? [[lang, key, name] satisfies [string, string, string]] : [];
  });
}

function without(from: Readonly<Record<string, Json>>, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
}
