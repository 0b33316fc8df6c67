// Leaves under ENTENTE_HOME up to where the database was written, so that another program's next read sees it.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.strictObject({
  address: z.string().describe('Address and name of the database that the bookmarks belong to.'),
  bookmarks: z.array(z.string()).describe('Bookmarks of what was written last.'),
});

/** The bookmarks left for one database. */
export interface BookmarkFile {
  /**
   * What another program has left since we last looked; nothing where nothing is new. Asked before each read, so it costs one
   * look at the file's time.
   */
  recall(): string[];
  /** Leaves bookmarks for other programs. */
  remember(bookmarks: readonly string[]): void;
}

/** The file under `home` (ENTENTE_HOME) for the database at this address. */
export function openBookmarkFile(home: string, address: string): BookmarkFile {
  const file = join(home, 'bookmarks.json');
  let seenAt: number | undefined;
  return {
    recall() {
      const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      if (changedAt === undefined || changedAt === seenAt) return [];
      seenAt = changedAt;
      const left = schema.safeParse(parseOrNull(file));
      return left.success && left.data.address === address ? left.data.bookmarks : [];
    },
    remember(bookmarks) {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ address, bookmarks }), { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

function parseOrNull(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
