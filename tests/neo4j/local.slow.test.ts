// The local database when things go wrong: started again when it is killed, gone when its program is killed.
import { expect, it } from 'vitest';
import { isAlive } from '../../server/neo4j/local/processes.ts';
import { patience, seen, useHome } from './local-home.ts';

const home = useHome();

it('is started again when it is killed, and says so meanwhile', { timeout: 180_000 }, async () => {
  const program = home.start('serve', 120_000);
  await seen(program, { event: 'answer', state: 'ready' });
  process.kill((await home.databaseProcesses()).jvm, 'SIGKILL');
  await seen(program, { event: 'refusal', code: 'database-starting-again', state: 'starting-again' });
  await expect.poll(() => program.events.at(-1), patience).toMatchObject({ event: 'answer', state: 'ready' });
});

it(
  'is gone when its program was killed; then two commands start one and share it to the end',
  { timeout: 180_000 },
  async () => {
    const killed = home.start('serve', 120_000);
    await seen(killed, { event: 'open' });
    const { jvm: orphan } = await home.databaseProcesses();
    killed.child.kill('SIGKILL');
    await expect.poll(() => isAlive(orphan), { timeout: 15_000, interval: 50 }).toBe(false);

    const next = home.start('serve', 120_000);
    await seen(next, { event: 'open', where: 'own' });
    const { jvm: left, watchdog } = await home.databaseProcesses();
    next.child.kill('SIGSTOP');
    process.kill(watchdog, 'SIGKILL');
    next.child.kill('SIGKILL');
    await next.ended;
    expect(isAlive(left)).toBe(true);

    const both = [home.start('command', 500), home.start('command', 4_000)];
    await Promise.all(both.map((program) => program.ended));
    expect(both.flatMap(({ events }) => events)).toContainEqual({ said: expect.stringContaining(`process ${left}`) });
    expect(isAlive(left)).toBe(false);
    const opened = both.map(({ events }) => events.find((event) => event['event'] === 'open')?.['where']);
    expect(opened.sort()).toEqual(['joined', 'own']);
    for (const { events } of both) {
      expect(events.filter((event) => event['event'] === 'refusal')).toEqual([]);
      expect(events.at(-1)).toEqual({ event: 'closed' });
    }
  },
);
