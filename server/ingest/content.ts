// Turns the text of a file into a value: fast where it is in order, with places of the faults where it is not.
// This build of the package is one closed scope and reads twice as fast as its main ESM file.
import { load, YAMLException } from 'js-yaml/browser';
import type { Fault, Path } from './faults.ts';
import { placeOf, placer } from './text.ts';
import { readWithPlaces } from './places.ts';
import type { Places } from './places.ts';

/** The deepest nesting of lists and maps that a file may have. */
const deepestNesting = 64;

type PlacedFault = Omit<Fault, 'path'>;

/** What a file says; `value` is missing where it cannot be read at all, and there is one fault then. */
export interface Content {
  readonly value?: unknown;
  readonly faults: readonly PlacedFault[];
  /** Where things stand, if that was needed already. */
  readonly places?: Places;
}

/** Reads YAML 1.2 with the core schema, without aliases. Maps are plain objects whose keys are all their own. */
export function readContent(text: string): Content {
  try {
    // That reader counts the document and a word within the innermost list, too.
    const value = load(text, { maxAliases: 0, maxDepth: deepestNesting + 2 });
    const deep = tooDeepPath(value, deepestNesting);
    return deep === undefined ? { value, faults: [] } : nested(firstTooDeep(text) ?? [1, 1]);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return contentWithFaults(text, error);
  }
}

function contentWithFaults(text: string, error: YAMLException): Content {
  const place = placeOf(text, error.mark?.position ?? 0);
  if (error.reason.includes('maxDepth')) return nested(firstTooDeep(text) ?? place);
  if (error.reason.includes('input is empty')) {
    return unreadable([1, 1], 'empty-file', 'The file is empty. Write its records, or remove it.');
  }
  const found = readWithPlaces(text);
  if (found.broken !== undefined)
    return unreadable(placeOf(text, found.broken.offset), found.broken.code, found.broken.message);
  // The other reader finds nothing amiss: what this one refuses is refused.
  if (found.faults.length === 0) return unreadable(place, 'syntax', `This is not YAML: ${error.reason}. Correct it.`);
  const deep = tooDeepPath(found.places.value(), deepestNesting);
  if (deep !== undefined) return nested(placeOf(text, found.places.offsetOf(deep, 'value')));
  const placeIn = placer(text);
  const faults = found.faults.map(({ offset, code, message }) => placed(placeIn(offset), code, message));
  return { value: found.places.value(), faults, places: found.places };
}

function nested(place: [number, number]): Content {
  const message = `Lists and maps are nested more than ${deepestNesting} deep. Write the records flat.`;
  return unreadable(place, 'nesting', message);
}

/** Where nesting first is too deep; undefined where it is so deep that the slow reader gives up. */
function firstTooDeep(text: string): [number, number] | undefined {
  try {
    const { places } = readWithPlaces(text);
    const path = tooDeepPath(places.value(), deepestNesting);
    return path === undefined ? undefined : placeOf(text, places.offsetOf(path, 'value'));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Path of the first list or map that lies deeper than so many others. */
function tooDeepPath(value: unknown, deepest: number): Path | undefined {
  if (!isDeeperThan(value, deepest)) return undefined;
  if (deepest === 0) return [];
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const path = tooDeepPath(part, deepest - 1);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}

/** Looks without keeping anything: it is asked of every value that is read. */
function isDeeperThan(value: unknown, deepest: number): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (deepest === 0) return true;
  if (Array.isArray(value)) return value.some((part) => isDeeperThan(part, deepest - 1));
  for (const key in value) {
    if (isDeeperThan((value as Record<string, unknown>)[key], deepest - 1)) return true;
  }
  return false;
}

function unreadable(place: [number, number], code: string, message: string): Content {
  return { faults: [placed(place, code, message)] };
}

function placed([line, column]: [number, number], code: string, message: string): PlacedFault {
  return { line, column, code, message };
}
