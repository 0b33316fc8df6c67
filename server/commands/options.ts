// Options that several commands share, and how their values are checked.
import { InvalidArgumentError, Option } from 'commander';
import { langSchema } from '../contract/shapes.ts';

/** Collects `--param name=value`, which may be given several times. */
export function paramOption(): Option {
  return new Option('-p, --param <name=value>', 'a value for a parameter of the query; may be given several times')
    .argParser(addParam)
    .default({}, 'none');
}

function addParam(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must look like name=value.');
  const name = text.slice(0, at);
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`"${name}" is given twice.`);
  return { ...before, [name]: text.slice(at + 1) };
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
