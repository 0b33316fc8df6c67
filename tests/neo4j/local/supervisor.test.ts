// A database that dies is started again, up to a bound; shown on doubles of its process.
import { expect, it, vi } from 'vitest';
import type { ServerProcess } from '../../../server/neo4j/local/server-process.ts';
import { supervise, type SupervisedState } from '../../../server/neo4j/local/supervisor.ts';

interface Mortal extends ServerProcess {
  die(): void;
}

function mortal(jvmPid: number): Mortal {
  let die = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    die = resolve;
  });
  return { jvmPid, ended, die, stop: async () => die() };
}

it('starts it again and tells so', async () => {
  const told: SupervisedState[] = [];
  const lives = [mortal(1), mortal(2)] as const;
  const supervisor = supervise(
    lives[0],
    async () => lives[1],
    (state) => void told.push(state),
  );
  expect(supervisor.state()).toBe('ready');
  lives[0].die();
  await expect.poll(() => supervisor.state()).toBe('ready');
  expect(told).toEqual(['starting-again', 'ready']);
  await supervisor.stop();
  expect(supervisor.state()).toBe('stopped');
});

it('says that it is starting for as long as it is', async () => {
  const first = mortal(1);
  let up: (server: ServerProcess) => void = () => undefined;
  const supervisor = supervise(
    first,
    () => new Promise((resolve) => (up = resolve)),
    () => undefined,
  );
  first.die();
  await expect.poll(() => supervisor.state()).toBe('starting-again');
  up(mortal(2));
  await expect.poll(() => supervisor.state()).toBe('ready');
  await supervisor.stop();
});

it('gives up when it keeps dying', async () => {
  let starts = 0;
  const first = mortal(1);
  const supervisor = supervise(
    first,
    async () => {
      starts += 1;
      const short = mortal(starts);
      short.die();
      return short;
    },
    () => undefined,
  );
  first.die();
  await expect.poll(() => supervisor.state(), { timeout: 5_000 }).toBe('failed');
  expect(starts).toBe(8);
});

it('does not start it again once it is to stop, and ends one that was just starting', async () => {
  const first = mortal(1);
  const late = mortal(2);
  const stopLate = vi.spyOn(late, 'stop');
  const start = (signal: AbortSignal): Promise<ServerProcess> =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(late)));
  const supervisor = supervise(first, start, () => undefined);
  first.die();
  await expect.poll(() => supervisor.state()).toBe('starting-again');
  await supervisor.stop();
  expect(stopLate).toHaveBeenCalledOnce();
  expect(supervisor.state()).toBe('stopped');
});
