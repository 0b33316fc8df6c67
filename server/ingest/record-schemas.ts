// The schema of each type and relation, built from the vocabulary when it is first needed.
import { z } from 'zod';
import { entityRecordSchema, relationRecordSchema } from '../../data/model/records.ts';
import type { RelationDefinition, TypeDefinition, Vocabulary } from '../../data/model/vocabulary.ts';
import type { FileRole } from './folder.ts';

/** Schemas and definitions for the records in files of a role. */
export class RecordSchemas {
  readonly #vocabulary: Vocabulary;
  readonly #built = new Map<string, z.ZodType>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** What the vocabulary says of a type or, in a file of relations, of a relation; undefined where it is unknown. */
  definition(role: FileRole, type: unknown): TypeDefinition | RelationDefinition | undefined {
    const list = role === 'relations' ? this.#vocabulary.relations : this.#vocabulary.types;
    return typeof type === 'string' && Object.hasOwn(list, type) ? list[type] : undefined;
  }

  /** The schema of a record; where its type is unknown, of what all types have in common. */
  for(role: FileRole, type: unknown): z.ZodType {
    const known = this.definition(role, type) === undefined ? undefined : String(type);
    const name = `${role}:${known ?? ''}`;
    const schema = this.#built.get(name) ?? this.#build(role, known);
    this.#built.set(name, schema);
    return schema;
  }

  #build(role: FileRole, type: string | undefined): z.ZodType {
    if (role === 'relations') {
      return type === undefined ? this.#anyRelation() : relationRecordSchema(this.#vocabulary, type);
    }
    return type === undefined ? this.#anyEntity(role) : entityRecordSchema(this.#vocabulary, type);
  }

  #anyRelation(): z.ZodType {
    const like = Object.keys(this.#vocabulary.relations)[0] ?? '';
    const { from, to, key, date, note, evidence } = relationRecordSchema(this.#vocabulary, like).shape;
    return z.looseObject({ from, type: z.string().min(1), to, key, date, note, evidence });
  }

  #anyEntity(role: FileRole): z.ZodType {
    const types = Object.entries(this.#vocabulary.types);
    const like = types.find(([, definition]) => definition.structural === (role === 'sources'))?.[0] ?? '';
    const { id, name, shortName, aliases, notStated, formerIds, date, evidence } = entityRecordSchema(
      this.#vocabulary,
      like,
    ).shape;
    return z.looseObject({
      id,
      type: z.string().min(1),
      name,
      shortName,
      aliases,
      notStated,
      formerIds,
      date,
      evidence,
    });
  }
}
