// Layer 1: whether the database's own settings keep queries within bounds and away from files and addresses.
import { EntenteError } from '../errors.ts';
import type { Database } from '../neo4j/database.ts';
import { loadStatement } from '../neo4j/statements.ts';

/** What one setting is and should be. */
export interface SettingReport {
  readonly name: string;
  readonly wanted: string;
  /** As the server tells it, or what trying it showed. */
  readonly found: string;
  readonly ok: boolean;
}

interface Wanted {
  readonly wanted: string;
  readonly fits: (value: string) => boolean;
}

const off: Wanted = { wanted: 'false', fits: (value) => value === 'false' };
const upTo = (wanted: string, most: number, read: (value: string) => number): Wanted => ({
  wanted: `more than 0, at most ${wanted}`,
  fits: (value) => read(value) > 0 && read(value) <= most,
});

/** Settings that the server lists. A limit of 0 is none. */
const listed: Readonly<Record<string, Wanted>> = {
  'dbms.security.allow_csv_import_from_file_urls': off,
  'db.transaction.timeout': upTo('60s', 60, secondsIn),
  'db.transaction.monitor.check.interval': upTo('2s', 2, secondsIn),
  'db.transaction.concurrent.maximum': upTo('200', 200, Number),
  'db.memory.transaction.max': upTo('1GiB', 2 ** 30, bytesIn),
  'dbms.memory.transaction.total.max': upTo('4GiB', 2 ** 32, bytesIn),
};

/** What LOAD CSV must not reach; the list of blocked addresses is a setting that no server lists, so it is tried. Nothing answers there. */
const tried: readonly (readonly [name: string, address: string])[] = [
  ['LOAD CSV from files', 'file:///entente-tries-whether-files-are-blocked'],
  ['LOAD CSV from this machine (internal.dbms.cypher_ip_blocklist)', 'http://127.0.0.1:1/x'],
  ['LOAD CSV from this machine, IPv6 (internal.dbms.cypher_ip_blocklist)', 'http://[::1]:1/x'],
  ['LOAD CSV from other machines (internal.dbms.cypher_ip_blocklist)', 'http://192.0.2.1:1/x'],
];
const byConfiguration = /configuration property/i;
const tryMs = 3_000;

/** Asks and tries the settings that protect; a database that does not say counts as one that has them otherwise. */
export async function checkSettings(database: Pick<Database, 'read'>): Promise<SettingReport[]> {
  const values = await readValues(database);
  const told = Object.entries(listed).map(([name, { wanted, fits }]) => {
    const found = values.get(name) ?? 'not told';
    return { name, wanted, found, ok: fits(found) };
  });
  return [...told, ...(await Promise.all(tried.map(([name, address]) => tryLoading(database, name, address))))];
}

/** One sentence for those who run the program, where settings are otherwise than they should be. */
export function settingsAdvice(reports: readonly SettingReport[]): string | undefined {
  const wrong = reports.filter(({ ok }) => !ok);
  if (wrong.length === 0) return undefined;
  const list = wrong.map(({ name, wanted, found }) => `${name} is ${found} (wanted: ${wanted})`).join('; ');
  return `The database could be closed off better for free queries, which the program's own checks still guard: ${list}. Set them in neo4j.conf, or ask whoever runs the database.`;
}

async function readValues(database: Pick<Database, 'read'>): Promise<Map<string, string>> {
  try {
    const rows = await database.read(loadStatement('admin/list-settings'), { names: Object.keys(listed) });
    return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
  } catch {
    return new Map();
  }
}

async function tryLoading(database: Pick<Database, 'read'>, name: string, address: string): Promise<SettingReport> {
  const report = { name, wanted: 'blocked by configuration' };
  try {
    await database.read(loadStatement('admin/try-load'), { address }, { timeoutMs: tryMs });
  } catch (error) {
    const ok = byConfiguration.test(words(error));
    return {
      ...report,
      found: ok ? 'blocked by configuration' : 'not blocked: it was tried, and nothing answered',
      ok,
    };
  }
  return { ...report, found: 'not blocked', ok: false };
}

function words(error: unknown): string {
  const cause = error instanceof EntenteError && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : '';
}

/** `30s`, `1m30s`, `500ms` in seconds; NaN for anything else. */
function secondsIn(value: string): number {
  const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (parts.map(([part]) => part).join('') !== value || parts.length === 0) return Number.NaN;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
}

/** `512.00MiB` or `0B` in bytes; NaN for anything else. */
function bytesIn(value: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(B|KiB|MiB|GiB|TiB)$/.exec(value) ?? [];
  return Number(count) * 1024 ** ['B', 'KiB', 'MiB', 'GiB', 'TiB'].indexOf(unit ?? '');
}
