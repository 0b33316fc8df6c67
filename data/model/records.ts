// The shapes of the records in a data set folder, built from the vocabulary: entities, relations, the data set itself.
import { z } from 'zod';
import { evidenceRecordSchema, keysOf } from './evidence.ts';
import type { PropertyDefinition, RelationDefinition, TypeDefinition, Vocabulary } from './vocabulary.ts';

const text = z.string().min(1).max(4000);
/** Ids are kebab-case, lower case, ASCII: stable for ever. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by single hyphens')
  .max(200);

/** The record of one entity of a type: strict, with the type's own properties. */
export function entityRecordSchema(vocabulary: Vocabulary, type: string) {
  const definition = vocabulary.types[type];
  if (definition === undefined) throw new Error(`"${type}" is no type of the vocabulary.`);
  const isSource = definition.structural;
  const evidence = z.array(evidenceRecordSchema(vocabulary));
  return z.strictObject({
    id: idSchema.describe('Stable id in kebab-case.'),
    type: z.literal(type).describe('The type label.'),
    ...(definition.kinds.length > 0 ? { kind: kindOf(definition) } : {}),
    name: text.describe('Canonical English name.'),
    ...languageNames(vocabulary),
    shortName: z.string().min(1).max(32).optional().describe('Label on the canvas, up to 32 characters.'),
    aliases: z.array(text).min(1).optional().describe('Every other written form.'),
    description: text.optional().describe('One sentence of our own.'),
    notStated: z.array(text).min(1).optional().describe('What a reader would look for and no source says.'),
    formerIds: z.array(idSchema).min(1).optional().describe('Ids that this entity had before a merge.'),
    date: text.optional().describe('EDTF level 1, as stated.'),
    note: text.optional().describe('A remark of the editors.'),
    wikidataId: z
      .string()
      .regex(/^Q\d+$/, 'must be Q and digits')
      .optional(),
    ...ownProperties(vocabulary, definition),
    ...(isSource ? { evidence: evidence.optional() } : { evidence: evidence.min(1) }),
  });
}

/** The record of one relation of a type: strict, with the type's own properties. */
export function relationRecordSchema(vocabulary: Vocabulary, type: string) {
  const definition = vocabulary.relations[type];
  if (definition === undefined) throw new Error(`"${type}" is no relation of the vocabulary.`);
  const [first, ...rest] = vocabulary.relationStatuses;
  return z.strictObject({
    from: idSchema.describe('Id of the entity where the relation starts.'),
    type: z.literal(type).describe('The relation type.'),
    to: idSchema.describe('Id of the entity where it ends.'),
    key: idSchema.optional().describe('Tells relations of one type between the same ends apart.'),
    status: z.enum([first ?? 'existing', ...rest]).optional(),
    date: text.optional().describe('EDTF level 1, as stated.'),
    note: text.optional().describe('A remark of the editors.'),
    ...ownProperties(vocabulary, definition),
    evidence: z.array(evidenceRecordSchema(vocabulary)).min(1),
  });
}

/** The record in `dataset.yaml`. */
export const datasetRecordSchema = z.strictObject({
  id: idSchema.describe('Id of the data set.'),
  title: z.record(z.string(), text).describe('Title by language.'),
  description: z.record(z.string(), text).optional().describe('One sentence by language.'),
  languages: z.array(text).min(1).describe('Languages of the documents.'),
  version: text.describe('Version of the data set.'),
  licence: text.describe('Licence of the data.'),
  extends: z.array(idSchema).optional().describe('Data sets on whose entities the relations may end.'),
  overview: z.array(idSchema).max(100).optional().describe('The entities that tell its story.'),
});

/** The content of a `dataset.yaml`. */
export type DatasetRecord = z.infer<typeof datasetRecordSchema>;

/** The id of a relation: `from--type--to`, with `--key` where the same ends repeat. */
export function relationId(relation: { from: string; type: string; to: string; key?: string | undefined }): string {
  const type = relation.type.toLowerCase().replaceAll('_', '-');
  const base = `${relation.from}--${type}--${relation.to}`;
  return relation.key === undefined ? base : `${base}--${relation.key}`;
}

/** The property that holds the name in a language: `nameDe` for `de`; `name` is the English one. */
export function nameProperty(lang: string): string {
  return lang === 'en' ? 'name' : `name${lang.slice(0, 1).toUpperCase()}${lang.slice(1)}`;
}

function languageNames(vocabulary: Vocabulary): Record<string, z.ZodType> {
  const others = vocabulary.languages.filter((lang) => lang !== 'en');
  return Object.fromEntries(others.map((lang) => [nameProperty(lang), text.optional().describe(`Name in ${lang}.`)]));
}

function kindOf(definition: TypeDefinition) {
  const kind = z.enum(keysOf(Object.fromEntries(definition.kinds.map((name) => [name, true]))));
  return definition.required.includes('kind') ? kind : kind.optional();
}

function ownProperties(vocabulary: Vocabulary, owner: TypeDefinition | RelationDefinition): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(owner.properties).map(([name, narrowed]) => {
      const property = vocabulary.properties[name];
      if (property === undefined) throw new Error(`"${name}" is no property of the vocabulary.`);
      const schema = propertySchema(vocabulary, property, narrowed ?? property.values ?? []);
      return [name, owner.required.includes(name) ? schema : schema.optional()];
    }),
  );
}

function propertySchema(vocabulary: Vocabulary, property: PropertyDefinition, values: string[]): z.ZodType {
  const term = () => z.enum(keysOf(Object.fromEntries(values.map((value) => [value, true]))));
  switch (property.value) {
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'term':
      return term();
    case 'terms':
      return z.array(term()).min(1);
    case 'office':
      return z.enum(keysOf(vocabulary.offices));
    case 'modality':
      return z.enum(keysOf(vocabulary.modalities));
    case 'id':
      return idSchema;
    case 'ids':
    case 'source-ids':
      return z.array(idSchema).min(1);
    case 'url':
      return z.url({ protocol: /^https?$/ });
    case 'text':
    case 'date':
      return text;
  }
}
