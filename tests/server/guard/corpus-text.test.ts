// The text layer on its own against the corpora: what it has to refuse, what it has to let through, and disguises.
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../server/guard/policy.ts';
import { textFault } from './alone.ts';
import { attacks, honestQueries, type Attack } from './corpus.ts';
import { disguisedClasses, disguises } from './disguises.ts';

const everything = [...attacks('hostile'), ...attacks('exfiltration')];
const stopped = everything.filter(({ layers }) => layers.includes('text'));

/** Beginnings of the queries that pass, by technique. */
function passing(list: readonly Attack[]): string[] {
  return list
    .filter((attack) => textFault(attack) === undefined)
    .map(({ technique, query }) => `${technique}: ${query.slice(0, 200)}`);
}

/** Whether the policy itself is asked: what is too long is refused before. */
function isShort({ query, parameters }: Attack): boolean {
  return !['query-too-long', 'parameters-too-large'].includes(textFault({ query, parameters }) ?? '');
}

describe('the text layer', () => {
  it('refuses every hostile query that it is expected to refuse', () => {
    expect(passing(stopped)).toEqual([]);
  });

  it('refuses two thousand disguises without having to see their plans', () => {
    const disguised = disguises(disguisedClasses(), 2_000, 4);
    expect(new Set(disguised.map(({ query }) => query)).size).toBe(2_000);
    const passing = disguised.filter((attack) => textFault(attack) === undefined);
    expect(passing.map(({ ways, query }) => `${ways.join(', ')}: ${query}`)).toEqual([]);
  });

  it('lets every honest query through but one in a hundred', () => {
    const honest = honestQueries();
    const refused = honest.filter((query) => textFault(query) !== undefined).map(({ name }) => name);
    expect(refused.slice(Math.floor(honest.length / 100))).toEqual([]);
  });

  it('says what happened and the way out in each refusal', () => {
    const refusals = stopped.filter(isShort).map(({ query, parameters }) => checkText(query, parameters));
    const mute = refusals.filter(
      (refusal) => refusal === undefined || !/\.$/.test(refusal.message) || !/\.$/.test(refusal.advice),
    );
    expect(refusals.length).toBeGreaterThan(700);
    expect(mute).toEqual([]);
  });
});
