// Options that several commands share, and how their values are checked.
import { InvalidArgumentError, Option } from 'commander';
import { langSchema } from '../contract/shapes.ts';

/** Values of parameters by name, each as often as it was given. */
export type ParamTexts = Readonly<Record<string, readonly string[]>>;

/** Collects `--param name=value`, which may be given several times, also for one name. */
export function paramOption(): Option {
  const about =
    'a value for a parameter of the query; may be given several times. Lists: several, or separated by semicolons. ' +
    'Entities: an id, or a name that is theirs alone. Dates: 2026-01-23, 2026-01; ranges: 2026-01/2026-06';
  return new Option('-p, --param <name=value>', about).argParser(addParam).default({}, 'none');
}

function addParam(text: string, before: ParamTexts): ParamTexts {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must look like name=value.');
  const name = text.slice(0, at);
  const known = Object.hasOwn(before, name) ? (before[name] ?? []) : [];
  return { ...before, [name]: [...known, text.slice(at + 1)] };
}

/** The language of names and headings. */
export function langOption(): Option {
  return new Option('-l, --lang <language>', 'language of names and headings')
    .choices(langSchema.options)
    .default('en');
}

/** A whole number that is not negative. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
