// Gathers what a query answers: its rows as plain JSON, and every node and relationship in them once.
import type { Node, Record as DriverRecord, Relationship } from 'neo4j-driver';
import type { Json, Portion, RawNode, RawRelation, Row } from './database.ts';
import { cellTooLarge } from './answer-errors.ts';
import { toJson, type Finder, type JsonMap } from './values.ts';

/** The rows of a whole answer, by column. */
export function rowsOf(records: readonly DriverRecord[]): Row[] {
  const gathered = new Gathered();
  const rows = records.map((record) =>
    Object.fromEntries(record.keys.map((key) => [String(key), toJson(record.get(key), gathered)])),
  );
  gathered.take();
  return rows;
}

/**
 * Collects the nodes and relationships of one answer while its values are turned into JSON, and counts the bytes of JSON: a node
 * or relationship whole where it is met first, and as a reference afterwards.
 */
export class Gathered implements Finder {
  readonly #cellLimit: number;
  readonly #json = new Map<string, JsonMap>();
  readonly #written: { readonly relation: Relationship; readonly json: JsonMap }[] = [];
  #nodes: RawNode[] = [];
  #relations: RawRelation[] = [];
  #before = { nodes: 0, relations: 0 };
  #cellBytes = 0;
  #bytes = 0;

  /** @param cellLimit bytes of JSON that one value may have */
  constructor(cellLimit = Number.POSITIVE_INFINITY) {
    this.#cellLimit = cellLimit;
  }

  known(elementId: string): JsonMap | undefined {
    return this.#json.get(elementId);
  }

  node({ elementId, labels }: Node, json: JsonMap): void {
    this.#json.set(elementId, json);
    this.#nodes.push({ elementId, labels: [...labels].sort(), properties: propertiesOf(json) });
  }

  relation(relation: Relationship, json: JsonMap): void {
    const { elementId, type, startNodeElementId, endNodeElementId } = relation;
    this.#json.set(elementId, json);
    this.#written.push({ relation, json });
    this.#relations.push({
      elementId,
      type,
      fromElementId: startNodeElementId,
      toElementId: endNodeElementId,
      properties: propertiesOf(json),
    });
  }

  spend(bytes: number): void {
    this.#cellBytes += bytes;
    this.#bytes += bytes;
    if (this.#cellBytes > this.#cellLimit) throw tooMuch;
  }

  /** Bytes of JSON so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * One row as an array in the order of the columns.
   *
   * @param number of the row, from 1, for the message
   * @throws {EntenteError} `cell-too-large`, which names row and column
   */
  row(record: DriverRecord, number: number): Json[] {
    this.#before = { nodes: this.#nodes.length, relations: this.#relations.length };
    return record.keys.map((key) => {
      this.#cellBytes = 0;
      try {
        return toJson(record.get(key), this);
      } catch (error) {
        throw error === tooMuch ? cellTooLarge(number, String(key), this.#cellLimit) : error;
      }
    });
  }

  /** Leaves out again what only the last row held. */
  dropRow(): void {
    this.#nodes.length = this.#before.nodes;
    this.#relations.length = this.#before.relations;
  }

  /** Nodes and relationships met since the last time; the ids of their ends are written into the relationships now. */
  take(): Omit<Portion, 'rows'> {
    for (const { relation, json } of this.#written.splice(0)) {
      json['from'] = this.#idOf(relation.startNodeElementId);
      json['to'] = this.#idOf(relation.endNodeElementId);
    }
    const taken = { nodes: this.#nodes, relations: this.#relations };
    [this.#nodes, this.#relations] = [[], []];
    return taken;
  }

  #idOf(elementId: string): Json {
    const node = this.#json.get(elementId);
    return node === undefined ? null : (propertiesOf(node)['id'] ?? null);
  }
}

/** Thrown to stop the walk through a value, and caught where the row is known. */
const tooMuch = new Error('more bytes than a cell may have');

function propertiesOf(json: JsonMap): JsonMap {
  const { properties } = json;
  return typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
}
