// Where the server's jars come from: a user's own download, or fetched once per user through Maven.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notes } from '../notes.ts';
import { run } from './commands.ts';
import { badNeo4jHome, diskFull, downloadFailed } from './failures.ts';
import { isAlive } from './processes.ts';

/** The long-term release that runs on Java 17; its licence (GPL-3) is why it is fetched and never shipped. */
const neo4jVersion = '5.26.30';
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
/** What Maven brings altogether, its own plugins included, and what that needs on the disk meanwhile. */
const downloadMegabytes = 149;
const neededBytes = 400_000_000;

/** The jars of a server. */
export interface Distribution {
  readonly lib: string;
  readonly version: string;
}

/** Java that a version of Neo4j needs: 17 for 5, 21 for calendar versions. */
export function javaNeededBy(version: string): number {
  return version.startsWith('5.') ? 17 : 21;
}

/**
 * The server in a user's own download.
 *
 * @throws {EntenteError} `bad-neo4j-home` where there is none, or one before 5.26
 */
export function ownDistribution(neo4jHome: string): Distribution {
  const lib = join(neo4jHome, 'lib');
  const jars = existsSync(lib) ? readdirSync(lib) : [];
  const version = jars
    .map((name) => /^neo4j-server-(\d[\w.-]*)\.jar$/.exec(name)?.[1])
    .find((found) => found !== undefined);
  if (version === undefined) throw badNeo4jHome(neo4jHome, 'holds no lib/neo4j-server-….jar');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 5 || (major === 5 && minor < 26))
    throw badNeo4jHome(neo4jHome, `holds Neo4j ${version}, which is too old`);
  return { lib, version };
}

/** What has been fetched before; undefined where nothing has. */
export function fetchedDistribution(cache: string): Distribution | undefined {
  const lib = join(cache, `neo4j-${neo4jVersion}`);
  return existsSync(lib) ? { lib, version: neo4jVersion } : undefined;
}

/**
 * Fetches the server with all it needs. It is fetched into a folder of its own and renamed when it is whole, so that what
 * `fetchedDistribution` finds is never a part; of two that fetch at once, the first to finish wins.
 *
 * @throws {EntenteError} `download-failed`, `disk-full`
 */
export async function fetchDistribution(
  cache: string,
  maven: string,
  javaHome: string | undefined,
  notes: Notes,
): Promise<Distribution> {
  makeRoom(cache);
  const folder = join(cache, `fetching-${process.pid}`);
  const target = join(cache, `neo4j-${neo4jVersion}`);
  notes.say(
    `Fetching Neo4j Community ${neo4jVersion} through Maven, once (about ${downloadMegabytes} MB), into ${cache}.`,
  );
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'pom.xml'), pom);
    const { code, output } = await run(maven, mavenArguments(folder), {
      directory: folder,
      onLine: progressOf(notes),
      ...(javaHome === undefined ? {} : { environment: { JAVA_HOME: javaHome } }),
    });
    if (code !== 0) throw downloadFailed(output);
    if (!existsSync(target)) renameSync(join(folder, 'lib'), target);
  } catch (error) {
    throw isOutOfSpace(error) ? diskFull('the download of Neo4j', cache) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { lib: target, version: neo4jVersion };
}

/** The command that runs Maven here; undefined where there is none. */
export async function findMaven(): Promise<string | undefined> {
  const command = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
  return (await run(command, ['--version'])).code === null ? undefined : command;
}

function mavenArguments(folder: string): string[] {
  const own = [`-Dmaven.repo.local=${join(folder, 'repository')}`, `-DoutputDirectory=${join(folder, 'lib')}`];
  return ['-B', '-C', plugin, '-DincludeScope=runtime', ...own];
}

function makeRoom(cache: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const pid = /^fetching-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
  const { bavail, bsize } = statfsSync(cache);
  if (bavail * bsize < neededBytes) throw diskFull('the download of Neo4j', cache);
}

/** Adds up the sizes that Maven prints with each file. */
function progressOf(notes: Notes): (line: string) => void {
  const units: Readonly<Record<string, number>> = { B: 1e-6, kB: 1e-3, MB: 1 };
  let megabytes = 0;
  return (line) => {
    const match = /Downloaded from \S+ \S+ \(([\d.]+) (B|kB|MB)/.exec(line);
    if (match === null) return;
    megabytes += Number(match[1]) * (units[match[2] ?? ''] ?? 0);
    notes.progress('Fetching Neo4j', Math.min(megabytes, downloadMegabytes), downloadMegabytes, 'MB');
  };
}

function isOutOfSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

const pom = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>entente</groupId>
  <artifactId>local-neo4j</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${neo4jVersion}</version>
    </dependency>
  </dependencies>
</project>
`;
