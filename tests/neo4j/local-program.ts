// A program as ours are, for tests: opens the local database of ENTENTE_HOME, tells what happens in JSON lines, stops on SIGTERM.
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import { EntenteError, sentenceOf } from '../../server/errors.ts';
import { openDatabase } from '../../server/neo4j/open.ts';

const tell = (event: Record<string, unknown>): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
const [kind, holdMs] = process.argv.slice(2);

try {
  const notes = { say: (sentence: string) => tell({ said: sentence }), progress: () => undefined };
  const purpose = { kind: kind === 'serve' ? kind : 'command', address: 'http://127.0.0.1:4747' } as const;
  const open = await openDatabase(readConfig(process.env), notes, purpose);
  const leave = async (): Promise<void> => {
    await open.close();
    tell({ event: 'closed' });
    process.exit(0);
  };
  process.on('SIGTERM', () => void leave());
  tell({ event: 'open', where: open.where });
  const until = performance.now() + Number(holdMs);
  for (let last = ''; performance.now() < until; await wait(100)) {
    const answered = await open.db.stream('MATCH (n) RETURN count(n)', {}, { timeoutMs: 5_000, rowLimit: 1 }).then(
      ({ rows }) => ({ event: 'answer', count: rows[0]?.[0] }),
      (error: unknown) => ({ event: 'refusal', code: error instanceof EntenteError ? error.code : String(error) }),
    );
    const line = JSON.stringify({ ...answered, state: open.status().state });
    if (line !== last) tell(JSON.parse(line) as Record<string, unknown>);
    last = line;
  }
  await leave();
} catch (error) {
  const known = error instanceof EntenteError;
  tell({ event: 'error', code: known ? error.code : '', sentence: known ? sentenceOf(error) : String(error) });
  process.exitCode = 1;
}
