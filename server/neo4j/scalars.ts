// The text form of the database's types that JSON lacks: numbers beyond it, dates and times, durations, points, bytes.
import neo4j from 'neo4j-driver';
import type { Point } from 'neo4j-driver';

/** A value as text, with the name of its type. */
export interface Scalar {
  readonly $type: string;
  readonly value: string;
}

/** The text of such a value; undefined where it is none of them. */
export function toText(value: unknown): Scalar | undefined {
  if (typeof value === 'number') return { $type: 'Float', value: Object.is(value, -0) ? '-0.0' : String(value) };
  if (typeof value === 'bigint') return { $type: 'Integer', value: String(value) };
  if (neo4j.isDate(value)) return { $type: 'Date', value: isoYear(value.toString()) };
  if (neo4j.isDateTime(value)) return { $type: 'DateTime', value: isoYear(value.toString()) };
  if (neo4j.isLocalDateTime(value)) return { $type: 'LocalDateTime', value: isoYear(value.toString()) };
  if (neo4j.isTime(value)) return { $type: 'Time', value: value.toString() };
  if (neo4j.isLocalTime(value)) return { $type: 'LocalTime', value: value.toString() };
  if (neo4j.isDuration(value)) return { $type: 'Duration', value: value.toString().replace(/T$/, '') };
  if (neo4j.isPoint(value)) return { $type: 'Point', value: pointText(value) };
  if (ArrayBuffer.isView(value))
    return { $type: 'Bytes', value: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (neo4j.isVector(value))
    return { $type: 'Vector', value: `${value.getType()} [${value.asTypedArray().join(', ')}]` };
  if (neo4j.isUUID(value)) return { $type: 'Uuid', value: value.toString() };
  if (neo4j.isUnsupportedType(value)) return { $type: value.name, value: value.toString() };
  return undefined;
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  Integer: (text) => neo4j.int(wellFormed(text, /^-?\d{1,19}$/)),
  Float: (text) => Number(wellFormed(text, /^(NaN|-?Infinity|-?\d+(\.\d+)?([eE][-+]?\d+)?)$/)),
  Date: (text) => neo4j.types.Date.fromString(driverYear(text)),
  DateTime: (text) => neo4j.types.DateTime.fromString(driverYear(text)),
  LocalDateTime: (text) => neo4j.types.LocalDateTime.fromString(driverYear(text)),
  Time: (text) => neo4j.types.Time.fromString(text),
  LocalTime: (text) => neo4j.types.LocalTime.fromString(text),
  Duration: (text) => neo4j.types.Duration.fromString(text),
  Point: readPoint,
  Bytes: (text) => new Int8Array(Buffer.from(wellFormed(text, /^[A-Za-z0-9+/]*={0,2}$/), 'base64')),
};

/**
 * The value that a text stands for.
 *
 * @throws {Error} where the type is unknown or the text does not fit it
 */
export function fromText(scalar: Scalar): unknown {
  const read = Object.hasOwn(readers, scalar.$type) ? readers[scalar.$type] : undefined;
  if (read === undefined) throw new Error(`unknown type ${scalar.$type}`);
  return read(scalar.value);
}

/** Years as the database writes them: the driver pads 44 BC to -000044. */
function isoYear(text: string): string {
  return text.replace(/^([+-])0*(\d{4,})-/, '$1$2-');
}

/** Years as the driver reads them: with a sign it wants six digits. */
function driverYear(text: string): string {
  return text.replace(/^([+-])(\d{4,})-/, (_, sign: string, year: string) => `${sign}${year.padStart(6, '0')}-`);
}

function pointText(point: Point): string {
  const z = point.z === undefined ? '' : ` ${point.z}`;
  return `SRID=${point.srid.toString()};POINT${z === '' ? '' : ' Z '}(${point.x} ${point.y}${z})`;
}

function readPoint(text: string): unknown {
  const match = /^SRID=(\d+);POINT(?: Z )?\((\S+) (\S+?)(?: (\S+))?\)$/.exec(text);
  if (match === null) throw new Error('no point');
  const [x, y, z] = match.slice(2).map((part) => (part === undefined ? undefined : Number(part)));
  if ([x, y, z ?? 0].some((number) => Number.isNaN(number))) throw new Error('no point');
  return new neo4j.types.Point(neo4j.int(match[1] ?? '0'), x ?? 0, y ?? 0, z);
}

function wellFormed(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error(`malformed ${text}`);
  return text;
}
