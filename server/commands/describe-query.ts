// A saved query in lines for a terminal: id, title, description, what its parameters take.
import type { QueryParameter, SavedQuery } from '../contract/shapes.ts';

/** Id, title and description, and a line for each parameter. */
export function describeQuery(query: SavedQuery, lang: string): string {
  const word = (words: Readonly<Record<string, string>>) => words[lang] ?? words['en'] ?? '';
  const parameters = query.parameters.map(
    (parameter) => `    --param ${parameter.name}=…  ${word(parameter.label)} (${about(parameter)})`,
  );
  const own = query.origin === 'own' ? ' (own)' : '';
  return [`${query.id}${own}`, `    ${word(query.title)}: ${word(query.description)}`, ...parameters].join('\n');
}

function about({ kind, required, types, min, max, values, default: usual }: QueryParameter): string {
  return [
    kind,
    ...(types === undefined ? [] : [types.join(' or ')]),
    ...(values === undefined ? [] : [values.map(({ value }) => value).join(' or ')]),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(required ? [] : ['optional']),
    ...(usual === undefined ? [] : [`${typeof usual === 'string' ? usual : JSON.stringify(usual)} where not said`]),
  ].join(', ');
}
