// Which parts of a Cypher text have a look of their own, by Neo4j's own parser for editors.
import { CypherTokenType, highlightSyntax } from '@neo4j-cypher/language-support';
import type { Token, TokenLook } from './language-message.ts';

const looks: Readonly<Partial<Record<CypherTokenType, TokenLook>>> = {
  [CypherTokenType.comment]: 'comment',
  [CypherTokenType.keyword]: 'keyword',
  [CypherTokenType.keywordLiteral]: 'number',
  [CypherTokenType.booleanLiteral]: 'number',
  [CypherTokenType.numberLiteral]: 'number',
  [CypherTokenType.label]: 'name',
  [CypherTokenType.function]: 'call',
  [CypherTokenType.predicateFunction]: 'call',
  [CypherTokenType.procedure]: 'call',
  [CypherTokenType.namespace]: 'call',
  [CypherTokenType.paramDollar]: 'parameter',
  [CypherTokenType.paramValue]: 'parameter',
  [CypherTokenType.stringLiteral]: 'string',
  [CypherTokenType.property]: 'property',
};

/** The parts with a look, in order, not on each other; offsets in UTF-16 units. A text that cannot be read has some all the same. */
export function tokensOf(text: string): Token[] {
  const lines = linesOf(text);
  const found = highlightSyntax(text, { consoleCommandsEnabled: false }).flatMap((token): Token[] => {
    const look = looks[token.tokenType];
    const line = lines[token.position.line];
    if (look === undefined || line === undefined) return [];
    const from = line.start + unitsBefore(line.text, token.position.startCharacter);
    return [{ from, to: from + token.length, look }];
  });
  found.sort((one, other) => one.from - other.from || one.to - other.to);
  return found.filter((token, at) => at === 0 || token.from >= (found[at - 1]?.to ?? 0));
}

function linesOf(text: string): { start: number; text: string }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const before = start;
    start += line.length + 1;
    return { start: before, text: line };
  });
}

/** The parser counts letters of any plane as one, the page counts UTF-16 units. */
function unitsBefore(line: string, letters: number): number {
  return /[\ud800-\udbff]/.test(line) ? [...line].slice(0, letters).join('').length : letters;
}
