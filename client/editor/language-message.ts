// What the page and the language worker say to each other.

/** A function or procedure that a query may call. */
export interface Callable {
  readonly name: string;
  readonly signature: string;
  readonly description: string;
}

/** The names that can be completed; parameters without `$`. */
export interface LanguageWords {
  readonly labels: readonly string[];
  readonly relationTypes: readonly string[];
  readonly properties: readonly string[];
  readonly parameters: readonly string[];
  readonly functions: readonly Callable[];
  readonly procedures: readonly Callable[];
}

/** What a part of a text is, as far as it has a look of its own. */
export type TokenLook = 'comment' | 'keyword' | 'name' | 'call' | 'parameter' | 'string' | 'number' | 'property';

/** A part of a text that has a look: its first letter and the one after its last. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly look: TokenLook;
}

/** What a completion stands for. */
export type CompletionKind = 'keyword' | 'name' | 'property' | 'function' | 'procedure' | 'variable' | 'parameter';

/** One thing that could stand at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly signature?: string;
  readonly description?: string;
}

/** A question to the worker; the answer bears the same id. */
export type LanguageQuestion =
  | { readonly id: number; readonly ask: 'colour'; readonly text: string }
  | {
      readonly id: number;
      readonly ask: 'complete';
      readonly text: string;
      readonly at: number;
      readonly words: LanguageWords;
    };

/** The worker's answer. */
export type LanguageAnswer =
  | { readonly id: number; readonly tokens: readonly Token[] }
  | { readonly id: number; readonly completions: readonly Completion[] };
