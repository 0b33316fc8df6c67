// Finds the parameters that a Cypher text uses, outside comments, texts and quoted names.

/** A parameter and the letter of the text at which it is first used. */
export interface UsedParameter {
  readonly name: string;
  readonly offset: number;
}

const silent = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|(\$\s*)?`(?:``|[^`])*`/g;
const parameter = /\$\s*(?:`((?:``|[^`])+)`|([\p{L}\p{N}_]+))/gu;

/** Each parameter once, in the order of use. `$any(…)` and `$all(…)`, which take labels by name, are none. */
export function usedParameters(cypher: string): UsedParameter[] {
  const bare = cypher.replace(silent, (text, quotedAfter: string | undefined) =>
    quotedAfter === undefined ? ' '.repeat(text.length) : text,
  );
  const used = new Map<string, number>();
  for (const match of bare.matchAll(parameter)) {
    const name = match[1]?.replaceAll('``', '`') ?? match[2] ?? '';
    const isCall = /^\s*\(/.test(bare.slice(match.index + match[0].length)) && /^(any|all)$/i.test(name);
    if (!isCall && !used.has(name)) used.set(name, match.index);
  }
  return [...used].map(([name, offset]) => ({ name, offset }));
}
