// What the head of a saved query's file may say, and what of it must fit together beyond the shape.
import { z } from 'zod';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import {
  queryColumnSchema,
  queryParameterSchema,
  savedQuerySchema,
  type QueryParameter,
} from '../../contract/shapes.ts';
import type { FrontMatterPath } from './front-matter.ts';
import { checkValue } from './parameters.ts';

const words = z
  .record(z.string(), z.string().min(1))
  .refine((text) => ['en', 'de'].every((lang) => Object.hasOwn(text, lang)), 'must have words in en and de');
const choices = z.array(z.strictObject({ value: z.string().min(1), label: words })).min(1);

/** Ids of saved queries, which are the names of their files, too; names that Windows keeps for devices are none. */
export const queryIdSchema = z
  .string()
  .max(100, 'must have at most 100 letters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by single hyphens')
  .refine((id) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(id), 'must not be a name that Windows keeps for itself');

/** The head of a file. */
export const queryHeadSchema = savedQuerySchema.omit({ origin: true, version: true }).extend({
  id: queryIdSchema,
  title: words,
  description: words,
  tags: z.array(z.string().min(1)).default([]),
  parameters: z
    .array(queryParameterSchema.extend({ label: words, description: words.optional(), values: choices.optional() }))
    .default([]),
  columns: z.array(queryColumnSchema.extend({ label: words, values: choices.optional() })).min(1),
  show: z.enum(['graph', 'table', 'both']).default('both'),
  rowLimit: z.int().min(1).max(10_000).default(1000),
});

/** What the head of a file says. */
export type QueryHead = z.infer<typeof queryHeadSchema>;

/** A fault of the head, by its place in it. */
export interface HeadFault {
  readonly path: FrontMatterPath;
  readonly message: string;
}

/** What heads are checked against. */
export interface KnownNames {
  readonly vocabulary: Vocabulary;
  /** Parameters of a statement under cypher/suggest; undefined where there is none of that name. */
  readonly suggestion: (name: string) => readonly string[] | undefined;
}

const numbers = ['integer', 'decimal'];
const entities = ['entity', 'entities'];
const suggested = ['text', ...entities];
/** What every suggestion may use besides other parameters. */
const ofSuggestions = ['text', 'limit'];

/** Faults between the parts of a head: names that are there twice, and parameters that do not hold together. */
export function headFaults(head: QueryHead, known: KnownNames): HeadFault[] {
  return [
    ...twice('columns', head.columns),
    ...twice('parameters', head.parameters),
    ...head.parameters.flatMap((parameter, index) =>
      parameterFaults(parameter, head.parameters, known).map(({ path, message }) => ({
        path: ['parameters', index, ...path],
        message: `parameter ${parameter.name}: ${message}`,
      })),
    ),
  ];
}

function parameterFaults(parameter: QueryParameter, all: readonly QueryParameter[], known: KnownNames): HeadFault[] {
  const { kind } = parameter;
  return [
    ...belongs(parameter, 'values', ['enumeration']),
    ...belongs(parameter, 'types', entities),
    ...belongs(parameter, 'min', numbers),
    ...belongs(parameter, 'max', numbers),
    ...belongs(parameter, 'suggest', suggested),
    ...(kind === 'enumeration' && parameter.values === undefined
      ? [{ path: ['kind'], message: 'an enumeration needs values' }]
      : []),
    ...twiceIn(
      'values',
      (parameter.values ?? []).map(({ value }) => value),
    ),
    ...unknownTypes(parameter.types ?? [], known.vocabulary),
    ...boundFaults(parameter),
    ...defaultFaults(parameter, known.vocabulary),
    ...suggestFaults(parameter, all, known),
  ];
}

function belongs(parameter: QueryParameter, key: keyof QueryParameter, kinds: readonly string[]): HeadFault[] {
  if (parameter[key] === undefined || kinds.includes(parameter.kind)) return [];
  return [{ path: [key], message: `${key} goes with ${kinds.join(' or ')}, not with ${parameter.kind}` }];
}

function unknownTypes(types: readonly string[], vocabulary: Vocabulary): HeadFault[] {
  return types.flatMap((type, index) =>
    Object.hasOwn(vocabulary.types, type)
      ? []
      : [{ path: ['types', index], message: `the vocabulary has no type ${type}` }],
  );
}

function boundFaults({ kind, min, max }: QueryParameter): HeadFault[] {
  if (!numbers.includes(kind)) return [];
  const whole = (key: 'min' | 'max', bound: number | undefined) =>
    kind === 'integer' && bound !== undefined && !Number.isSafeInteger(bound)
      ? [{ path: [key], message: `${key} must be a whole number` }]
      : [];
  const crossed = min !== undefined && max !== undefined && min > max;
  return [
    ...whole('min', min),
    ...whole('max', max),
    ...(crossed ? [{ path: ['max'], message: 'max must not be less than min' }] : []),
  ];
}

function defaultFaults(parameter: QueryParameter, vocabulary: Vocabulary): HeadFault[] {
  const { default: value } = parameter;
  if (value === undefined) return [];
  if (value === null || value === '') return [{ path: ['default'], message: 'default must be a value or left out' }];
  const checked = checkValue(parameter, value, vocabulary);
  return 'fault' in checked ? [{ path: ['default'], message: `default ${checked.fault}` }] : [];
}

function suggestFaults(
  { name, suggest }: QueryParameter,
  all: readonly QueryParameter[],
  known: KnownNames,
): HeadFault[] {
  if (suggest === undefined) return [];
  const used = known.suggestion(suggest);
  if (used === undefined)
    return [{ path: ['suggest'], message: `there is no statement cypher/suggest/${suggest}.cypher` }];
  const others = all.map((other) => other.name).filter((other) => other !== name);
  return used
    .filter((needed) => !others.includes(needed) && !ofSuggestions.includes(needed))
    .map((needed) => ({
      path: ['suggest'],
      message: `cypher/suggest/${suggest}.cypher uses ${needed}, which is no other parameter of this query`,
    }));
}

function twice(key: string, named: readonly { readonly name: string }[]): HeadFault[] {
  return twiceIn(
    key,
    named.map(({ name }) => name),
  ).map(({ path, message }) => ({ path: [...path, 'name'], message }));
}

function twiceIn(key: string, names: readonly string[]): HeadFault[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: [key, index], message: `${name} is there twice` }],
  );
}
