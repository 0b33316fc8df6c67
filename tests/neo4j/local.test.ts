// The local database in real processes: it belongs to one program at a time, commands join it, and it is gone with its program.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seen, useHome } from './local-home.ts';
import { useTurn } from './support.ts';

useTurn();
const home = useHome();

it('belongs to one program at a time, which others are told of and commands join', { timeout: 120_000 }, async () => {
  const first = home.start('serve', 120_000);
  await seen(first, { event: 'open', where: 'own' });
  const second = home.start('serve', 0);
  await second.ended;
  expect(second.events).toEqual([expect.objectContaining({ event: 'error', code: 'already-running' })]);
  expect(second.events[0]?.['sentence']).toContain('http://127.0.0.1:4747');
  const command = home.start('command', 0);
  await command.ended;
  expect(command.events).toContainEqual({ event: 'open', where: 'joined' });
  expect(statSync(join(home.folder, 'neo4j', 'password')).mode & 0o777).toBe(0o600);

  first.child.kill('SIGTERM');
  await first.ended;
  expect(first.events.at(-1)).toEqual({ event: 'closed' });
  expect(await home.processes()).toEqual([]);
});
