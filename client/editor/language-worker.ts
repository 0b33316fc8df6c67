// Reads Cypher off the page's thread: the parser is heavy, and its first run takes a second.
import { completionsAt } from './completions.ts';
import type { LanguageAnswer, LanguageQuestion } from './language-message.ts';
import { tokensOf } from './tokens.ts';

function answer(question: LanguageQuestion): LanguageAnswer {
  const { id, text } = question;
  if (question.ask === 'colour') return { id, tokens: tokensOf(text) };
  return { id, completions: completionsAt(text, question.at, question.words) };
}

self.onmessage = ({ data }: MessageEvent<LanguageQuestion>) => self.postMessage(answer(data));
