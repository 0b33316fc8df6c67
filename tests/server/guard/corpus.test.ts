// The corpora themselves: as many queries as are needed, none twice, none that only repeats a technique.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attacks, honestQueries } from './corpus.ts';

const hostile = attacks('hostile');
const exfiltrating = attacks('exfiltration');
const honest = honestQueries();
const saved = readdirSync('cypher/saved')
  .map((name) => readFileSync(join('cypher/saved', name), 'utf8').replace(/\/\*[\s\S]*?\*\//, ''))
  .join('\n');

/** Words in capitals, which are clauses and the like, and names before a bracket, which are functions. */
function wordsOf(text: string): Set<string> {
  const code = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/.*|\/\*[\s\S]*?\*\//g, ' ');
  const capitals = [...code.matchAll(/(?<![.:\w])[A-Z]{2,}\b/g)].map(([word]) => word);
  const functions = [...code.matchAll(/(?<![:`\w])([a-z]\w*(?:\.\w+)*)\s*\(/gi)].map(([, name]) => `${name}()`);
  return new Set([...capitals, ...functions]);
}

const shareOf = (list: readonly { technique: string }[]) => {
  const counts = new Map<string, number>();
  for (const { technique } of list) counts.set(technique, (counts.get(technique) ?? 0) + 1);
  return counts;
};

describe('the hostile queries', () => {
  it('are at least 300, at most five to a technique', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(300);
    const crowded = [...shareOf(hostile)].filter(([, count]) => count > 5);
    expect(crowded).toEqual([]);
  });

  it('are all different', () => {
    const seen = [...hostile, ...exfiltrating].map(({ query, parameters }) => query + inspect(parameters));
    expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
  });
});

describe('the exfiltrating queries', () => {
  it('are at least 60, at most five to a technique', () => {
    expect(exfiltrating.length).toBeGreaterThanOrEqual(60);
    const crowded = [...shareOf(exfiltrating)].filter(([, count]) => count > 5);
    expect(crowded).toEqual([]);
  });

  it('reach for the canaries that they are given', () => {
    const queries = attacks('exfiltration', { file: 'file:///here.csv', address: '127.0.0.1:81' });
    const texts = queries.map((attack) => attack.query + inspect(attack.parameters, { depth: 5 }));
    expect(texts.filter((text) => text.includes('file:///here.csv')).length).toBeGreaterThan(10);
    expect(texts.filter((text) => text.includes('127.0.0.1:81')).length).toBeGreaterThan(10);
    expect(texts.filter((text) => /[⟨⟩⟦⟧]/.test(text))).toEqual([]);
  });
});

describe('the honest queries', () => {
  it('are at least 150, and no two the same', () => {
    expect(honest.length).toBeGreaterThanOrEqual(150);
    expect(new Set(honest.map(({ query }) => query)).size).toBe(honest.length);
    expect(new Set(honest.map(({ name }) => name)).size).toBe(honest.length);
  });

  it('go beyond the saved ones: at least 50 use a clause or function that none of those uses', () => {
    const known = wordsOf(saved);
    const beyond = honest.filter(({ query }) => [...wordsOf(query)].some((word) => !known.has(word)));
    expect(beyond.length).toBeGreaterThanOrEqual(50);
  });
});
