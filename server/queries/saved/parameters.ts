// Checks the values given for a saved query's parameters; every fault is told with the parameter's name.
import type { Json } from '../../../data/model/graph.ts';
import type { Vocabulary } from '../../../data/model/vocabulary.ts';
import type { QueryParameter } from '../../contract/shapes.ts';
import { EntenteError } from '../../errors.ts';
import { isBefore, parseEdtf } from '../../graph/edtf.ts';

/** A fault in the values given. */
export interface ParameterFault {
  /** `parameters.<name>`. */
  readonly path: string;
  readonly message: string;
}

/** A value as the database takes it, or why it does not fit. */
export type Checked = { readonly value: Json } | { readonly fault: string };

const longestText = 1000;
const longestList = 500;

/**
 * The values as the database takes them, `null` for optional ones that are absent, and the faults. Empty texts count as
 * absent, as forms send them. Entity ids are only checked for their form here.
 */
export function checkParameters(
  parameters: readonly QueryParameter[],
  given: Readonly<Record<string, Json>>,
  vocabulary: Vocabulary,
): { readonly values: Record<string, Json>; readonly faults: ParameterFault[] } {
  const faults = Object.keys(given)
    .filter((name) => !parameters.some((parameter) => parameter.name === name))
    .map((name) => ({ path: `parameters.${name}`, message: 'is no parameter of this query' }));
  const values: Record<string, Json> = {};
  for (const parameter of parameters) {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : null;
    const checked = checkValue(parameter, value, vocabulary);
    if ('fault' in checked) faults.push({ path: `parameters.${parameter.name}`, message: checked.fault });
    else values[parameter.name] = checked.value;
  }
  return { values, faults };
}

/**
 * Values that were typed as text, as on a command line, as the kinds of their parameters; what does not fit stays text. Lists
 * are separated by semicolons or given one by one; several values for what takes one stay a list, which no kind accepts.
 */
export function fromTexts(
  parameters: readonly QueryParameter[],
  texts: Readonly<Record<string, string | readonly string[]>>,
): Record<string, Json> {
  const kinds = new Map(parameters.map(({ name, kind }) => [name, kind]));
  return Object.fromEntries(
    Object.entries(texts).map(([name, given]): [string, Json] => {
      const all = typeof given === 'string' ? [given] : given;
      const kind = kinds.get(name);
      if (kind === 'entities' || kind === 'relationTypes') return [name, all.flatMap(itemsOf)];
      return [name, all.length === 1 ? fromText(kind, all[0] ?? '') : [...all]];
    }),
  );
}

/** The error of values that do not fit, all faults in one sentence and as `errors`. */
export function badParameters(faults: readonly ParameterFault[]): EntenteError {
  return new EntenteError({
    code: 'bad-parameters',
    status: 400,
    message: faults.map(({ path, message }) => `${path.replace('parameters.', 'Parameter ')} ${message}.`).join(' '),
    advice: 'Correct these values and run the query again.',
    details: { errors: faults },
  });
}

/** One value: absent ones (also empty texts) become the default, or null where the parameter is optional. */
export function checkValue(parameter: QueryParameter, given: Json | undefined, vocabulary: Vocabulary): Checked {
  const absent = given === undefined || given === null || given === '' || (Array.isArray(given) && given.length === 0);
  const value = absent ? (parameter.default ?? null) : given;
  if (value === null) return parameter.required ? { fault: 'is required' } : { value };
  switch (parameter.kind) {
    case 'text':
      return typeof value === 'string' && value.length <= longestText
        ? { value }
        : { fault: `must be a text of at most ${longestText} letters` };
    case 'integer':
      return Number.isSafeInteger(value)
        ? within(parameter, Number(value), value)
        : { fault: 'must be a whole number' };
    case 'decimal':
      return typeof value === 'number'
        ? within(parameter, value, { $type: 'Float', value: String(value) })
        : { fault: 'must be a number' };
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { fault: 'must be true or false' };
    case 'date':
      return isDay(value) ? { value: { $type: 'Date', value } } : { fault: 'must be a date such as 2026-01-23' };
    case 'enumeration':
      return oneOf(
        value,
        (parameter.values ?? []).map((choice) => choice.value),
      );
    case 'entity':
      return typeof value === 'string' && value.length <= 200 ? { value } : { fault: 'must be the id of an entity' };
    case 'entityType':
      return oneOf(value, Object.keys(vocabulary.types));
    case 'relationType':
      return oneOf(value, Object.keys(vocabulary.relations));
    case 'edtf':
      return edtfValue(value);
    case 'dateRange':
      return rangeValue(value);
    case 'entities':
      return listOf(value, (item) => item.length > 0 && item.length <= 200, 'must be a list of ids of entities');
    case 'relationTypes': {
      const known = Object.keys(vocabulary.relations);
      return listOf(value, (item) => known.includes(item), `must be a list of some of ${known.join(', ')}`);
    }
  }
}

/** An EDTF date as the map that queries get: as written, and its widest bounds as DATE. */
function edtfValue(value: Json): Checked {
  const bounds = typeof value === 'string' ? parseEdtf(value) : undefined;
  if (bounds === undefined)
    return { fault: 'must be an EDTF date such as 2026, 2026-01, 2026-01-23 or 2026-01/2026-06' };
  return { value: { edtf: value, from: dayOrNull(bounds.from), to: dayOrNull(bounds.to) } };
}

/** `{ from, to }` with days, either of them open, or an EDTF interval. */
function rangeValue(value: Json): Checked {
  const fault = { fault: 'must be { from, to } with days such as 2026-01-23, or an interval such as 2026-01/2026-06' };
  if (typeof value === 'string') {
    const bounds = parseEdtf(value);
    return bounds === undefined ? fault : { value: { from: dayOrNull(bounds.from), to: dayOrNull(bounds.to) } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault;
  if (Object.keys(value).some((key) => key !== 'from' && key !== 'to')) return fault;
  const [from, to] = [value['from'] ?? null, value['to'] ?? null];
  if (![from, to].every((day) => day === null || isDay(day))) return fault;
  if (isDay(from) && isDay(to) && isBefore(to, from)) return { fault: 'must not end before it starts' };
  return { value: { from: isDay(from) ? dayOrNull(from) : null, to: isDay(to) ? dayOrNull(to) : null } };
}

function dayOrNull(day: string | undefined): Json {
  return day === undefined ? null : { $type: 'Date', value: day };
}

function listOf(value: Json, isItem: (item: string) => boolean, fault: string): Checked {
  const fits = Array.isArray(value) && value.length > 0 && value.length <= longestList;
  return fits && value.every((item) => typeof item === 'string' && isItem(item))
    ? { value: [...new Set(value)] }
    : { fault };
}

function within({ min, max }: QueryParameter, number: number, value: Json): Checked {
  if (min !== undefined && number < min) return { fault: `must be ${min} or more` };
  return max !== undefined && number > max ? { fault: `must be ${max} or less` } : { value };
}

function oneOf(value: Json, choices: readonly string[]): Checked {
  return typeof value === 'string' && choices.includes(value)
    ? { value }
    : { fault: `must be one of ${choices.join(', ')}` };
}

function isDay(value: Json): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function itemsOf(text: string): string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function fromText(kind: QueryParameter['kind'] | undefined, text: string): Json {
  if (kind === 'integer' && /^-?\d{1,16}$/.test(text)) return Number(text);
  if (kind === 'decimal' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
