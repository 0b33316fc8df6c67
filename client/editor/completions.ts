// What could stand at a place in a Cypher text: words of the language and of the database, less what is never let through.
import { autocomplete, type CompletionItem, type DbSchema } from '@neo4j-cypher/language-support';
import type { Callable, Completion, CompletionKind, LanguageWords } from './language-message.ts';

/** Numbers of the language server protocol. */
const kinds: Readonly<Record<number, CompletionKind>> = {
  2: 'procedure',
  3: 'function',
  6: 'variable',
  10: 'property',
  14: 'keyword',
  25: 'name',
};

/** First words of what the guard refuses or what means nothing here; a query that holds them is refused all the same. */
const neverOffered =
  /^(CREATE|MERGE|DELETE|DETACH|NODETACH|SET|REMOVE|DROP|ALTER|GRANT|REVOKE|DENY|RENAME|LOAD|FOREACH|INSERT|START|STOP|ENABLE|DEALLOCATE|REALLOCATE|TERMINATE|SHOW|USE|USING|CYPHER|EXPLAIN|PROFILE|DRYRUN|FINISH|SEARCH|LET|FILTER|FOR|NEXT)\b/;

/** Completions at an offset in UTF-16 units, as the text stands before it. */
export function completionsAt(text: string, at: number, words: LanguageWords): Completion[] {
  // The parser counts letters of any plane as one.
  const caretPosition = [...text.slice(0, at)].length;
  const items = autocomplete(text, schemaOf(words), { caretPosition, manual: true, consoleCommandsEnabled: false });
  return items.flatMap(completionOf);
}

function completionOf(item: CompletionItem): Completion[] {
  const kind = kinds[item.kind ?? 0];
  if (kind === undefined || (kind === 'keyword' && neverOffered.test(item.label))) return [];
  const description =
    typeof item.documentation === 'string' && item.documentation !== '' ? item.documentation : undefined;
  return [
    {
      label: item.label,
      kind: kind === 'variable' && item.label.startsWith('$') ? 'parameter' : kind,
      ...(item.signature === undefined ? {} : { signature: item.signature }),
      ...(description === undefined ? {} : { description }),
    },
  ];
}

function schemaOf(words: LanguageWords): DbSchema {
  return {
    labels: [...words.labels],
    relationshipTypes: [...words.relationTypes],
    propertyKeys: [...words.properties],
    parameters: Object.fromEntries(words.parameters.map((name) => [name, ''])),
    functions: { 'CYPHER 5': Object.fromEntries(words.functions.map((each) => [each.name, functionOf(each)])) },
    procedures: { 'CYPHER 5': Object.fromEntries(words.procedures.map((each) => [each.name, procedureOf(each)])) },
  };
}

const noDetails = { argumentDescription: [], isDeprecated: false };

function functionOf(callable: Callable): NonNullable<NonNullable<DbSchema['functions']>['CYPHER 5']>[string] {
  return { ...callable, ...noDetails, category: '', isBuiltIn: true, returnDescription: '', aggregating: false };
}

function procedureOf(callable: Callable): NonNullable<NonNullable<DbSchema['procedures']>['CYPHER 5']>[string] {
  const own = { mode: 'READ' as const, worksOnSystem: false, returnDescription: [], admin: false };
  return { ...callable, ...own, argumentDescription: [], option: { deprecated: false } };
}
