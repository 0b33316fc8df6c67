// What somebody who waits for the start sees.
import { expect, it } from 'vitest';
import { terminalNotes } from '../../server/neo4j/notes.ts';

function stream(isTTY: boolean): { target: NodeJS.WriteStream; written: () => string } {
  let text = '';
  const target = { isTTY, write: (part: string) => (text += part) !== '' } as unknown as NodeJS.WriteStream;
  return { target, written: () => text };
}

it('writes a line for each tenth where there is no terminal', () => {
  const { target, written } = stream(false);
  const notes = terminalNotes(target);
  notes.say('Fetching.');
  for (let done = 0; done <= 100; done += 1) notes.progress('Fetching Neo4j', done, 100, 'MB');
  expect(written().split('\n')).toHaveLength(13);
  expect(written()).toContain('Fetching Neo4j: 50 of 100 MB\n');
});

it('writes over one line on a terminal, and begins a new one for the next sentence', () => {
  const { target, written } = stream(true);
  const notes = terminalNotes(target);
  for (const done of [1, 2, 3]) notes.progress('Fetching Neo4j', done, 149, 'MB');
  notes.say('Stopped.');
  expect(written().split('\n')).toHaveLength(3);
  expect(written()).toMatch(/3 of 149 MB .*\nStopped\.\n$/);
});
