// The watch over queries that outlive their time: when the database is started again, and when it is not; on a double of it.
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { createWatch, type Watch, type WatchParts } from '../../../server/guard/watch.ts';
import type { Row } from '../../../server/neo4j/database.ts';

/** A database of which a test says what still runs in it, who ingests, and whether it answers. */
class Double {
  running: string[] = [];
  ingesting = false;
  fault: EntenteError | undefined;
  restarts = 0;
  readonly logged: { msg: string; level: number }[] = [];

  watch(parts: Partial<WatchParts> = {}): Watch {
    const log = pino({}, { write: (line: string) => void this.logged.push(JSON.parse(line)) });
    const restart = async (): Promise<void> => {
      this.restarts += 1;
      this.running = [];
      this.fault = undefined;
    };
    return createWatch({
      database: { read: async ({ name }) => this.#read(name) },
      log,
      restart,
      graceMs: 100,
      pollMs: 10,
      ...parts,
    });
  }

  #read(name: string): Row[] {
    if (this.fault !== undefined) throw this.fault;
    if (name === 'admin/find-ingestion') return this.ingesting ? [{ host: 'here', pid: 1, until: 'soon' }] : [];
    return this.running.map((mark) => ({ mark }));
  }
}

const silent = new EntenteError({ code: 'query-timeout', status: 504, message: 'It does not answer.' });
const started: Watch[] = [];
const watchOf = (double: Double, parts?: Partial<WatchParts>): Watch => {
  const watch = double.watch(parts);
  started.push(watch);
  return watch;
};
afterEach(() => {
  for (const watch of started.splice(0)) watch.stop();
});

async function pending(promise: Promise<void>, ms: number): Promise<boolean> {
  return Promise.race([
    promise.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), ms)),
  ]);
}

describe('a query that ends by itself', () => {
  it('is let go, and nothing is started again', async () => {
    const double = new Double();
    double.running = ['a', 'b'];
    const watch = watchOf(double);
    const [a, b] = [watch.after('a'), watch.after('b')];
    expect(await pending(a, 40)).toBe(true);
    double.running = ['b'];
    await a;
    double.running = [];
    await b;
    expect(double.restarts).toBe(0);
  });

  it('because the database has died is let go, too', async () => {
    const double = new Double();
    double.fault = new EntenteError({ code: 'database-starting-again', status: 503, message: 'It is gone.' });
    await watchOf(double).after('a');
    expect(double.restarts).toBe(0);
  });
});

describe('a query that runs on', () => {
  it('has the database started again after a grace, once for all of them', async () => {
    const double = new Double();
    double.running = ['a', 'b'];
    const watch = watchOf(double);
    const ended = [watch.after('a'), watch.after('b')];
    expect(await pending(Promise.race(ended), 60)).toBe(true);
    await Promise.all(ended);
    expect(double.restarts).toBe(1);
    expect(double.logged).toMatchObject([
      { level: 40, msg: expect.stringContaining('starting the database again') as string },
    ]);
  });

  it('waits for an ingestion to end', async () => {
    const double = new Double();
    double.running = ['a'];
    double.ingesting = true;
    const ended = watchOf(double).after('a');
    expect(await pending(ended, 250)).toBe(true);
    expect(double.restarts).toBe(0);
    expect(double.logged).toHaveLength(1);
    double.ingesting = false;
    await ended;
    expect(double.restarts).toBe(1);
  });

  it('in a database that does not answer has it started again, unless another program may be ingesting', async () => {
    const double = new Double();
    double.fault = silent;
    let shared = true;
    const ended = watchOf(double, { isShared: async () => shared }).after('a');
    expect(await pending(ended, 250)).toBe(true);
    expect(double.restarts).toBe(0);
    shared = false;
    await ended;
    expect(double.restarts).toBe(1);
  });

  it('is looked after still where it cannot be found out who else uses the database', async () => {
    const double = new Double();
    double.fault = silent;
    let broken = true;
    const isShared = () => (broken ? Promise.reject(new Error('No such folder.')) : Promise.resolve(false));
    const ended = watchOf(double, { isShared }).after('a');
    expect(await pending(ended, 250)).toBe(true);
    expect(double.restarts).toBe(0);
    broken = false;
    await ended;
    expect(double.restarts).toBe(1);
  });

  it('is let go where looking after it fails, and the next is looked after again', async () => {
    const double = new Double();
    double.running = ['a', 'b'];
    const restart = () => {
      throw new Error('It cannot be told to start.');
    };
    const watch = watchOf(double, { restart });
    await watch.after('a');
    await watch.after('b');
    expect(double.logged.filter(({ level }) => level === 50)).toHaveLength(2);
  });

  it('does not have a database started again that is being stopped', async () => {
    const double = new Double();
    const asked: (() => void)[] = [];
    double.fault = silent;
    const isShared = () => new Promise<boolean>((resolve) => void asked.push(() => resolve(false)));
    const watch = watchOf(double, { isShared });
    const ended = watch.after('a');
    await expect.poll(() => asked.length).toBe(1);
    watch.stop();
    await ended;
    asked[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(double.restarts).toBe(0);
  });

  it('in a database elsewhere is told about once and given up in the end', async () => {
    const double = new Double();
    double.running = ['a'];
    const log = pino({}, { write: (line: string) => void double.logged.push(JSON.parse(line)) });
    const watch = createWatch({
      database: { read: async () => [{ mark: 'a' }] },
      log,
      graceMs: 30,
      pollMs: 10,
      giveUpMs: 150,
    });
    const ended = watch.after('a');
    expect(await pending(ended, 100)).toBe(true);
    await ended;
    expect(double.logged).toMatchObject([
      { msg: expect.stringContaining('cannot be started again from here') as string },
    ]);
  });
});
