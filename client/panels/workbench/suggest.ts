// Where the values offered for a parameter come from: the database, given the other values, or the vocabulary.
import type { Json } from '../../../data/model/graph.ts';
import type { QueryParameter, SavedQuery } from '../../../server/contract/shapes.ts';
import { relationVerb, typeWord } from '../../../server/graph/sentences.ts';
import { folded } from '../../answers/filter.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { sendable } from '../../state/form-values.ts';
import type { Suggest, Suggestion } from '../../state/suggestions.svelte.ts';

const most = 20;

/** Values out of the database for a parameter, which may depend on the others'; entities are learned by name. */
export function suggestionsFor(atlas: Atlas, query: SavedQuery, parameter: QueryParameter): Suggest {
  return async (text, signal) => {
    const others = query.parameters.filter(({ name }) => name !== parameter.name);
    const wish = {
      parameter: parameter.name,
      parameters: sendable(others, atlas.queries.values),
      text,
      lang: atlas.view.nameLang,
      limit: most,
    };
    const { values } = await atlas.api.suggestValues(query.id, wish, signal);
    atlas.catalogue.learnNames(
      values.flatMap(({ value, label, type }) => (type === undefined ? [] : [{ id: value, name: label, type }])),
    );
    return values.map(({ value, label, type, count }) => ({
      value,
      label,
      type,
      about: count === undefined ? undefined : count.toLocaleString(atlas.view.lang),
    }));
  };
}

/** Those of the choices whose words begin like what is typed, or hold it. */
export function suggestionsAmong(choices: () => readonly Suggestion[]): Suggest {
  return async (text) => {
    const wanted = folded(text);
    const found = choices().filter(({ label }) => folded(label).includes(wanted));
    const isStart = ({ label }: Suggestion) => Number(folded(label).startsWith(wanted));
    return found.sort((one, other) => isStart(other) - isStart(one));
  };
}

/** All relation types in words, those read forwards; alphabetical. */
export function relationChoices({ catalogue, view }: Atlas): Suggestion[] {
  const { vocabulary } = catalogue;
  if (vocabulary === undefined) return [];
  return Object.keys(vocabulary.relations)
    .map((value) => ({ value, label: relationVerb(vocabulary, value, view.lang) }))
    .sort((one, other) => one.label.localeCompare(other.label, view.lang));
}

/** All entity types in words, alphabetical. */
export function typeChoices({ catalogue, view }: Atlas): Suggestion[] {
  const { vocabulary } = catalogue;
  if (vocabulary === undefined) return [];
  return Object.keys(vocabulary.types)
    .map((value) => ({ value, label: typeWord(vocabulary, value, view.lang) }))
    .sort((one, other) => one.label.localeCompare(other.label, view.lang));
}

/** A value that is a list of texts, as one. */
export function textsIn(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').filter((one) => one !== '');
}
