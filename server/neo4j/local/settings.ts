// The configuration that the local Neo4j runs with, and the command line of its JVM.
import { join } from 'node:path';

const heap = { initial: '256m', maximum: '1g' };

/** Folders below the server's own one that have to be there before its start. */
export const serverFolders = ['conf', 'data', 'logs', 'run', 'import', 'plugins'];

/**
 * Text of `neo4j.conf`: loopback only, no loading of files or addresses, bounded transactions. A checkpoint each minute keeps the
 * recovery after a hard end short; `internal.dbms.cypher_ip_blocklist` keeps LOAD CSV from every address;
 * without a quiet period the stop takes one second and not eight. With the changes of a transaction outside the heap, one of
 * 40,000 entities and relations with two evidence items each fits into 512 MB (20 kB each within the heap, where 256 MB hold 13,000).
 */
export function neo4jConf(port: number): string {
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
    'db.transaction.timeout': '30s',
    'db.transaction.monitor.check.interval': '1s',
    'db.transaction.concurrent.maximum': '50',
    'db.lock.acquisition.timeout': '10s',
    'db.memory.transaction.max': '512m',
    'dbms.memory.transaction.total.max': '768m',
    'db.tx_state.memory_allocation': 'OFF_HEAP',
    'server.memory.off_heap.transaction_max_size': '512m',
    'dbms.usage_report.enabled': 'false',
    'server.memory.heap.initial_size': heap.initial,
    'server.memory.heap.max_size': heap.maximum,
    'server.memory.pagecache.size': '256m',
    'db.checkpoint.interval.time': '1m',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The argument by which a JVM of this folder is known among all processes. */
export function homeArgument(serverFolder: string): string {
  return `--home-dir=${serverFolder}`;
}

/**
 * Arguments of `java` for the server. Without ExitOnOutOfMemoryError a query that eats the heap leaves a JVM that accepts
 * connections and answers nothing for minutes.
 */
export function jvmArguments(lib: string, serverFolder: string): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
  return [
    `-Xms${heap.initial}`,
    `-Xmx${heap.maximum}`,
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    '-Djava.awt.headless=true',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-cp',
    join(lib, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    homeArgument(serverFolder),
    `--config-dir=${join(serverFolder, 'conf')}`,
  ];
}
