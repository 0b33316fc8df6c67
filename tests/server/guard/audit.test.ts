// The audit log: a line for each event, readable by its owner, without values; a log that cannot be written stops nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EntenteError } from '../../../server/errors.ts';
import { audited, openAudit, type Audit } from '../../../server/guard/audit.ts';

let home: string;
let audit: Audit;
const complaints: unknown[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'entente-audit-'));
  audit = openAudit(home, (error) => void complaints.push(error));
  complaints.length = 0;
});
afterEach(() => rmSync(home, { recursive: true }));

const entry = { kind: 'free', who: 'anyone', address: '127.0.0.1', hash: 'abc' } as const;
const linesIn = (): Record<string, unknown>[] =>
  readdirSync(join(home, 'audit')).flatMap((file) =>
    readFileSync(join(home, 'audit', file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );

it('is a file a month that only its owner reads, with a line for each run', async () => {
  await audited(
    audit,
    entry,
    async () => 7,
    (rows) => ({ rows }),
  );
  await audit.settled();
  const [file = ''] = readdirSync(join(home, 'audit'));
  expect(file).toMatch(/^\d{4}-\d{2}\.jsonl$/);
  expect(statSync(join(home, 'audit', file)).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, 'audit')).mode & 0o777).toBe(0o700);
  expect(linesIn()).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      ...entry,
      outcome: 'done',
      rows: 7,
      durationMs: expect.any(Number) as number,
    },
  ]);
});

it.each([
  [{ code: 'clause-refused', status: 403 }, 'refused'],
  [{ code: 'too-many-queries', status: 429 }, 'refused'],
  [{ code: 'cell-too-large', status: 422 }, 'failed'],
  [{ code: 'cancelled', status: 499 }, 'cancelled'],
  [{ code: 'write-detected', status: 500 }, 'failed'],
])('tells of %o as %s, and the error goes on', async (parts, outcome) => {
  const error = new EntenteError({ ...parts, message: 'A value: secret.' });
  await expect(audited(audit, entry, () => Promise.reject(error))).rejects.toBe(error);
  await audit.settled();
  expect(linesIn()).toMatchObject([{ outcome, code: parts.code }]);
  expect(JSON.stringify(linesIn())).not.toContain('secret');
});

it('loses and mixes no line when many are written at once by two writers', async () => {
  const other = openAudit(home, () => undefined);
  for (let at = 0; at < 300; at += 1)
    (at % 2 === 0 ? audit : other).write({ ...entry, outcome: 'done', rows: at, durationMs: 1 });
  await Promise.all([audit.settled(), other.settled()]);
  expect(
    linesIn()
      .map(({ rows }) => rows)
      .sort((a, b) => Number(a) - Number(b)),
  ).toEqual(Array.from({ length: 300 }, (_, at) => at));
});

it('that cannot be written is complained of once, and answers go on', async () => {
  writeFileSync(join(home, 'audit'), 'no folder');
  for (let at = 0; at < 3; at += 1) expect(await audited(audit, entry, async () => at)).toBe(at);
  await audit.settled();
  expect(complaints).toHaveLength(1);
});
