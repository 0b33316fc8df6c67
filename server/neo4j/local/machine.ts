// Makes sure that this machine has what the local database needs: Java, the server's jars, and Maven to fetch them.
import type { Config } from '../../config.ts';
import type { Notes } from '../notes.ts';
import * as distributions from './distribution.ts';
import { javaTooOld, missingTools } from './failures.ts';
import { findJava, homeOf, type Java } from './java.ts';
import { install, mayInstall, systemFamily } from './packages.ts';

/** What a local server is run with. */
export interface Equipment {
  readonly java: Java;
  readonly distribution: distributions.Distribution;
}

/**
 * Finds Java and the server, fetching and installing what is missing where that is allowed.
 *
 * @throws {EntenteError} `tools-missing`, `java-too-old`, `install-failed`, `download-failed`, `disk-full`, `bad-neo4j-home`
 */
export async function equip(config: Config, notes: Notes): Promise<Equipment> {
  const neo4jHome = config.neo4j.kind === 'local' ? config.neo4j.neo4jHome : undefined;
  const present =
    neo4jHome === undefined
      ? distributions.fetchedDistribution(config.cache)
      : distributions.ownDistribution(neo4jHome);
  const javaNeeded = present === undefined ? 17 : distributions.javaNeededBy(present.version);
  const maven = present === undefined ? await findOrInstallMaven(config, notes) : undefined;
  const java = await findOrInstallJava(javaNeeded, config, notes);
  if (present !== undefined) return { java, distribution: present };
  return {
    java,
    distribution: await distributions.fetchDistribution(config.cache, maven ?? 'mvn', homeOf(java), notes),
  };
}

async function findOrInstallMaven(config: Config, notes: Notes): Promise<string> {
  const found = await distributions.findMaven();
  if (found !== undefined) return found;
  const java = await findJava(17, config.javaHome);
  const missing = java === undefined ? ['Java 17', 'Maven'] : ['Maven'];
  if (!mayInstall(config.noInstall)) throw missingTools(missing, systemFamily());
  await install(['maven'], `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing`, notes);
  const installed = await distributions.findMaven();
  if (installed === undefined) throw missingTools(['Maven'], systemFamily());
  return installed;
}

async function findOrInstallJava(needed: number, config: Config, notes: Notes): Promise<Java> {
  const found = await findJava(needed, config.javaHome);
  if (found !== undefined && found.version >= needed) return found;
  if (!mayInstall(config.noInstall)) {
    throw found === undefined ? missingTools([`Java ${needed}`], systemFamily()) : javaTooOld(found.version, needed);
  }
  const why = found === undefined ? `Java ${needed} is missing` : `Java ${found.version} is too old`;
  await install([`openjdk-${needed}-jre-headless`], why, notes).catch(() =>
    install(['default-jre-headless'], `There is no package of Java ${needed} itself`, notes),
  );
  const installed = await findJava(needed, config.javaHome);
  if (installed === undefined) throw missingTools([`Java ${needed}`], systemFamily());
  if (installed.version < needed) throw javaTooOld(installed.version, needed);
  return installed;
}
