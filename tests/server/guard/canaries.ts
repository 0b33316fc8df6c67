// A file and a listener that nothing may reach, and whether something has.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Driver } from 'neo4j-driver';
import type { Canaries } from './corpus.ts';

/** What stands in the file. */
export const canaryText = 'the canary sings 7f3a';

const importFolder = readFileSync(new URL('import-folder.cypher', import.meta.url), 'utf8');

/** Canaries that are watched. */
export interface WatchedCanaries extends Canaries {
  /** How often something has connected to the listener. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Puts a file where the database would look for one, and listens on a free port of this machine. */
export async function watchCanaries(driver: Pick<Driver, 'executeQuery'>): Promise<WatchedCanaries> {
  const { records } = await driver.executeQuery(importFolder);
  const path = join(String(records[0]?.get('folder')), 'canary.csv');
  writeFileSync(path, `${canaryText},${canaryText}\n`);
  let connections = 0;
  const listener = createServer((_, response) => void response.end(canaryText));
  listener.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    file: pathToFileURL(path).href,
    address: `127.0.0.1:${port}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        rmSync(path, { force: true });
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
}
