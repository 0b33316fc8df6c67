// Offers completions while one writes, from the language worker.
import {
  autocompletion,
  type Completion as Offer,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { Language } from './language.ts';
import type { Completion, LanguageWords } from './language-message.ts';

const word = /[\p{L}\p{N}_]*/u;
const wordBefore = new RegExp(`${word.source}$`, 'u');

/** Names of the database come first where the letters fit equally well, words of the language last. */
const boosts = { parameter: 4, variable: 3, property: 2, name: 2, procedure: 1, function: 0, keyword: 0 } as const;

/** Completion by the words that hold at the moment. */
export function completing(language: Language, words: () => LanguageWords): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const from = context.matchBefore(wordBefore)?.from ?? context.pos;
    const before = context.state.sliceDoc(Math.max(0, from - 1), from);
    if (!context.explicit && from === context.pos && !/[:.$]/.test(before)) return null;
    const text = context.state.doc.toString();
    const found = await language.complete(text.slice(0, context.pos), context.pos, words());
    if (!found || context.aborted) return null;
    return {
      from,
      options: found.map((each) => offerOf(each, before === '$')),
      validFor: new RegExp(`^${word.source}$`, 'u'),
    };
  };
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 60, closeOnBlur: true });
}

function offerOf(completion: Completion, isAfterDollar: boolean): Offer {
  const { label, kind, signature, description } = completion;
  const typed = isAfterDollar && label.startsWith('$') ? label.slice(1) : label;
  return {
    // Letters are compared in lower case, so that "ret" finds RETURN no worse than a function.
    label: kind === 'keyword' ? typed.toLowerCase() : typed,
    displayLabel: label,
    apply: typed,
    type: kind,
    boost: boosts[kind],
    ...(signature === undefined ? {} : { detail: signature.slice(label.length) }),
    ...(description === undefined ? {} : { info: description }),
  };
}
