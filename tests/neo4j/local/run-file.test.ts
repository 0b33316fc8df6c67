// Who has the local database: one program at a time, and never one that is gone.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as runFile from '../../../server/neo4j/local/run-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = async (changes: Partial<runFile.Program> = {}): Promise<runFile.Program> => ({
  ...(await runFile.thisProcess()),
  kind: 'serve',
  address: 'http://127.0.0.1:4747',
  port: 0,
  state: 'starting',
  ...changes,
});

it('is the first that claims it', async () => {
  const first = await program();
  expect(await runFile.claim(folder, first)).toBeUndefined();
  expect(await runFile.claim(folder, await program({ kind: 'command' }))).toEqual(first);
  expect(readdirSync(folder)).toEqual(['program.json']);
});

it('is one of many that claim it at once', async () => {
  const claims = await Promise.all(
    Array.from({ length: 20 }, async (_, port) => runFile.claim(folder, await program({ port }))),
  );
  expect(claims.filter((owner) => owner === undefined)).toHaveLength(1);
});

it('is nobody once it is given up', async () => {
  await runFile.claim(folder, await program());
  runFile.release(folder);
  expect(runFile.readProgram(folder)).toBeUndefined();
  expect(await runFile.claim(folder, await program())).toBeUndefined();
});

it.each([
  ['a process that is gone', { pid: 999_999_999 }],
  ['a process whose id another has now', { began: 'long ago' }],
])('is not %s', async (_, changes) => {
  await runFile.claim(folder, await program(changes));
  expect(await runFile.claim(folder, await program())).toBeUndefined();
  expect(runFile.readProgram(folder)?.pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual(['program.json']);
});

it('is not whoever left a file that cannot be read', async () => {
  writeFileSync(join(folder, 'program.json'), '{"pid": ');
  expect(await runFile.claim(folder, await program())).toBeUndefined();
});

it('counts who uses it as long as they run', async () => {
  expect(await runFile.countUsers(folder)).toBe(0);
  const leave = await runFile.enlist(folder);
  writeFileSync(join(folder, 'users', '1.json'), JSON.stringify({ pid: 999_999_999, began: '1' }));
  expect(await runFile.countUsers(folder)).toBe(1);
  leave();
  expect(await runFile.countUsers(folder)).toBe(0);
  expect(readdirSync(join(folder, 'users'))).toEqual([]);
});

it('is nobody where nothing can be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(runFile.claim(join(folder, 'file', 'neo4j'), await program())).rejects.toMatchObject({
    code: 'bad-home',
    advice: expect.stringContaining('ENTENTE_HOME') as string,
  });
});
