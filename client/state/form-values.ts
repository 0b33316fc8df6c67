// What is entered in a query's form: whether it fits its parameter, and what is sent of it. Pure.
import type { Json } from '../../data/model/graph.ts';
import type { QueryParameter } from '../../server/contract/shapes.ts';
import { readEdtf } from '../../server/graph/edtf.ts';

/** Values by the names of their parameters; what does not fit its kind stays as it was typed. */
export type Values = Readonly<Record<string, Json>>;

/** Why a value does not fit. */
export type ValueFault =
  | { readonly code: 'missing' | 'whole' | 'number' | 'day' | 'edtf' | 'endBeforeStart' | 'choice' | 'unreadable' }
  | { readonly code: 'bounds'; readonly min: number | undefined; readonly max: number | undefined };

/** The values that a form starts with. */
export function defaultsOf(parameters: readonly QueryParameter[]): Record<string, Json> {
  return Object.fromEntries(
    parameters.flatMap(({ name, default: value }) => (value === undefined || value === null ? [] : [[name, value]])),
  );
}

/** True where nothing has been entered. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

/** What is wrong with a value; undefined where it fits. */
export function faultOf(parameter: QueryParameter, value: Json | undefined): ValueFault | undefined {
  if (value === undefined || isBlank(value)) return parameter.required ? { code: 'missing' } : undefined;
  switch (parameter.kind) {
    case 'integer':
      return Number.isSafeInteger(value) ? outside(parameter, Number(value)) : { code: 'whole' };
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? outside(parameter, value) : { code: 'number' };
    case 'date':
      return isDay(value) ? undefined : { code: 'day' };
    case 'edtf':
      return edtfFault(value);
    case 'dateRange':
      return typeof value === 'string' ? edtfFault(value) : rangeFault(value);
    case 'enumeration':
      return parameter.values?.some((choice) => choice.value === value) ? undefined : { code: 'choice' };
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { code: 'choice' };
    case 'entities':
    case 'relationTypes':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : { code: 'unreadable' };
    default:
      return typeof value === 'string' ? undefined : { code: 'unreadable' };
  }
}

/** What is sent to the server: everything that is entered. */
export function sendable(parameters: readonly QueryParameter[], values: Values): Record<string, Json> {
  const sent: Record<string, Json> = {};
  for (const { name, kind } of parameters) {
    const value = values[name];
    if (value === undefined || isBlank(value)) continue;
    sent[name] = kind === 'dateRange' && isRange(value) ? wholeRange(value) : value;
  }
  return sent;
}

/** A number as it was typed, with point or comma; the text where it is none. */
export function numberTyped(text: string): Json {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** Both ends of a range as texts. */
export function rangeEnds(value: Json | undefined): { readonly from: string; readonly to: string } {
  if (!isRange(value)) return { from: '', to: '' };
  const text = (end: Json | undefined) => (typeof end === 'string' ? end : '');
  return { from: text(value['from']), to: text(value['to']) };
}

function isRange(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wholeRange(value: { [key: string]: Json }): Json {
  const { from, to } = rangeEnds(value);
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}

function rangeFault(value: Json): ValueFault | undefined {
  const { from, to } = rangeEnds(value);
  if (![from, to].every((end) => end === '' || isDay(end))) return { code: 'day' };
  return from !== '' && to !== '' && to < from ? { code: 'endBeforeStart' } : undefined;
}

function edtfFault(value: Json): ValueFault | undefined {
  const read = typeof value === 'string' ? readEdtf(value.trim()) : undefined;
  if (read?.kind === 'bounds') return undefined;
  return { code: read?.kind === 'end-before-start' ? 'endBeforeStart' : 'edtf' };
}

function outside({ min, max }: QueryParameter, value: number): ValueFault | undefined {
  return value < (min ?? value) || value > (max ?? value) ? { code: 'bounds', min, max } : undefined;
}

function isDay(value: Json): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
