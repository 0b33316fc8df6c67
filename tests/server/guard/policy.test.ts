// The policy on the text of free queries: what passes and what does not, by lists of forms.
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../server/guard/policy.ts';
import { statementNames, loadStatement } from '../../../server/neo4j/statements.ts';
import type { Json } from '../../../server/neo4j/database.ts';
import { accepted } from './accepted.ts';
import { costly, disguised, forbidden } from './refused.ts';

const values = (parameters: object | undefined) => ({ ...parameters }) as Record<string, Json>;
const short = (text: string) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

describe('the policy on texts lets pass', () => {
  it.each(accepted.map(([text, parameters]) => [short(text), text, parameters] as const))(
    '%s',
    (_, text, parameters) => {
      expect(checkText(text, values(parameters))).toBeUndefined();
    },
  );

  it.each(statementNames('saved'))('%s', (name) => {
    const { text } = loadStatement(name);
    expect(checkText(text.slice(text.indexOf('*/') + 2), {})).toBeUndefined();
  });
});

describe.each([
  ['what does more than read', forbidden],
  ['what the database reads otherwise than people', disguised],
  ['what would cost too much', costly],
] as const)('the policy on texts refuses %s', (_, list) => {
  it.each(list.map(([text, code, word, parameters]) => [short(text), text, code, word, parameters] as const))(
    '%s',
    (_, text, code, word, parameters) => {
      const refusal = checkText(text, values(parameters));
      expect(refusal).toMatchObject({ layer: 'text', code });
      const { place } = refusal ?? {};
      if (place !== undefined) expect(text.slice(place.from, place.to)).toBe(word);
      expect(refusal?.advice).toMatch(/[.]$/);
    },
  );
});

describe('a refusal', () => {
  it('names the word, its place and the way out', () => {
    expect(checkText('MATCH (n)\nSET n.x = 1', {})).toEqual({
      layer: 'text',
      code: 'word-refused',
      status: 403,
      message: 'SET is not allowed.',
      advice: 'Free queries only read: change the data in its files and ingest them.',
      place: { from: 10, to: 13 },
    });
  });

  it('is 400 where the text cannot be read', () => {
    expect(checkText('RETURN "a', {})).toMatchObject({ status: 400, place: { from: 7, to: 9 } });
  });
});
