// The names that completion offers: those of the vocabulary and those that the database lets a query call.
import type { Vocabulary } from '../../data/model/vocabulary.ts';
import type { CypherWords } from '../../server/contract/cypher.ts';
import type { LanguageWords } from './language-message.ts';

/** The label that every entity bears besides its type. */
const everyEntity = 'Entity';

/** What is known of vocabulary and database; either may still be on its way. */
export function languageWords(
  vocabulary: Vocabulary | undefined,
  words: CypherWords | undefined,
  parameters: readonly string[],
): LanguageWords {
  const properties = new Set([...(words?.properties ?? []), ...Object.keys(vocabulary?.properties ?? {})]);
  return {
    labels: vocabulary ? [everyEntity, ...Object.keys(vocabulary.types)] : [],
    relationTypes: Object.keys(vocabulary?.relations ?? {}),
    properties: [...properties].sort(),
    parameters,
    functions: words?.functions ?? [],
    procedures: words?.procedures ?? [],
  };
}
