// What is found out about a machine: its Java, its family, its processes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { javaTooOld, missingTools } from '../../../server/neo4j/local/failures.ts';
import { findJava, javaVersion } from '../../../server/neo4j/local/java.ts';
import { linuxFamily, mayInstall } from '../../../server/neo4j/local/packages.ts';
import { beginningOf, endProcess, isAlive, processesWith } from '../../../server/neo4j/local/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-java-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_402"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xint\nopenjdk version "11.0.2"', 11],
    ['The operation could not be completed. Unable to locate a Java Runtime.', undefined],
  ])('%s is version %s', (output, version) => {
    expect(javaVersion(output)).toBe(version);
  });

  it('that JAVA_HOME names is passed over where it is too old and another is not', async () => {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'java'), '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n');
    chmodSync(join(folder, 'bin', 'java'), 0o755);
    expect((await findJava(17, folder))?.version).toBeGreaterThanOrEqual(17);
    expect(await findJava(11, folder)).toEqual({ command: join(folder, 'bin', 'java'), version: 11 });
    expect((await findJava(999, folder))?.version).toBeLessThan(999);
  });
});

describe('a system', () => {
  it.each([
    ['ID=debian\n', 'debian'],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', 'debian'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'debian'],
    ['ID=fedora\n', 'fedora'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
    ['ID=alpine\n', undefined],
  ])('%j is of the family %s', (release, family) => {
    expect(linuxFamily(release)).toBe(family);
  });

  it('is left as it is where ENTENTE_NO_INSTALL says so', () => {
    expect(mayInstall(true)).toBe(false);
  });

  it.each([
    ['debian', 'apt-get install -y maven openjdk-17-jre-headless'],
    ['fedora', 'dnf install'],
    ['macos', 'brew install'],
    ['windows', 'winget install'],
  ])('%s is told its own command and the way by NEO4J_URI', (system, command) => {
    const { advice = '' } = missingTools(['Java 17', 'Maven'], system);
    expect(advice).toContain(command);
    expect(advice).toContain('NEO4J_URI');
    expect(advice.match(/install/g)?.length).toBeLessThan(3);
  });

  it('of no known family is told all of them', () => {
    expect(missingTools(['Maven'], undefined).advice).toMatch(/apt-get.*dnf.*brew.*winget/);
    expect(javaTooOld(11, 17).message).toContain('Java 11');
  });
});

describe('a process', () => {
  it('is known by its beginning, found by an argument, and ended', async () => {
    const mark = `--mark-of-this-test=${folder}`;
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>0);setInterval(()=>0,1000)', '--', mark]);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(await beginningOf(pid)).not.toBe('');
    expect(await beginningOf(pid)).toBe(await beginningOf(pid));
    await expect.poll(() => processesWith(mark)).toEqual([pid]);
    await endProcess(pid, 200);
    expect(isAlive(pid)).toBe(false);
    expect(await processesWith(mark)).toEqual([]);
  });

  it('that is not there is not alive and began never', async () => {
    expect(isAlive(999_999_999)).toBe(false);
    expect(await beginningOf(999_999_999)).toBe('');
  });
});
