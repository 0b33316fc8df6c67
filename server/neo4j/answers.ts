// Gathers what a query answers: its rows as plain JSON, and every node and relationship in them once.
import type { Node, Record as DriverRecord, Relationship } from 'neo4j-driver';
import type { Json, RawNode, RawRelation, Row } from './database.ts';
import { propertiesToJson, toJson, type Finder } from './values.ts';

/** The rows of a whole answer, by column. */
export function rowsOf(records: readonly DriverRecord[]): Row[] {
  const gathered = new Gathered();
  const rows = records.map((record) =>
    Object.fromEntries(record.keys.map((key) => [String(key), toJson(record.get(key), gathered)])),
  );
  gathered.nameEnds();
  return rows;
}

/** Collects the nodes and relationships of one answer while its values are turned into JSON. */
export class Gathered implements Finder {
  readonly #nodes = new Map<string, RawNode>();
  readonly #relations = new Map<string, RawRelation>();
  readonly #written: { readonly relation: Relationship; readonly json: { [key: string]: Json } }[] = [];

  node(node: Node): void {
    if (this.#nodes.has(node.elementId)) return;
    const { elementId, labels, properties } = node;
    this.#nodes.set(elementId, { elementId, labels: [...labels].sort(), properties: propertiesToJson(properties) });
  }

  relation(relation: Relationship, json: { [key: string]: Json }): void {
    this.#written.push({ relation, json });
    if (this.#relations.has(relation.elementId)) return;
    this.#relations.set(relation.elementId, {
      elementId: relation.elementId,
      type: relation.type,
      fromElementId: relation.startNodeElementId,
      toElementId: relation.endNodeElementId,
      properties: propertiesToJson(relation.properties),
    });
  }

  /** One row as an array in the order of the columns. */
  row(record: DriverRecord): Json[] {
    return record.keys.map((key) => toJson(record.get(key), this));
  }

  /** Writes the ids of their ends into the relationships, once all nodes of the answer are known. */
  nameEnds(): void {
    for (const { relation, json } of this.#written) {
      json['from'] = this.#nodes.get(relation.startNodeElementId)?.properties['id'] ?? null;
      json['to'] = this.#nodes.get(relation.endNodeElementId)?.properties['id'] ?? null;
    }
  }

  get nodes(): RawNode[] {
    return [...this.#nodes.values()];
  }

  get relations(): RawRelation[] {
    return [...this.#relations.values()];
  }
}
