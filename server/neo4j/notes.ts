// What the start of a database tells the person who waits for it.

/** Receives sentences and progress; implementations decide where they go. */
export interface Notes {
  /** Something happened, or is about to and takes a while: one sentence. */
  say(sentence: string): void;
  /** Part of something that takes long is done; `done` and `total` are in `unit`. */
  progress(what: string, done: number, total: number, unit: string): void;
}

/** Tells nothing. */
export const silentNotes: Notes = { say: () => undefined, progress: () => undefined };

/**
 * Writes to a terminal's stream: progress on one line that is written over, or, where the stream is no terminal, a line
 * for each tenth.
 */
export function terminalNotes(stream: NodeJS.WriteStream): Notes {
  let lastTenth = -1;
  let lastWhat = '';
  let open = false;
  const endLine = (): void => {
    if (open) stream.write('\n');
    open = false;
  };
  return {
    say(sentence) {
      endLine();
      stream.write(`${sentence}\n`);
    },
    progress(what, done, total, unit) {
      if (what !== lastWhat) lastTenth = -1;
      lastWhat = what;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const text = `${what}: ${Math.round(done)} of ${Math.round(total)} ${unit}`;
      const tenth = Math.floor(share * 10);
      if (stream.isTTY) {
        stream.write(`\r\u001B[K${text} ${'█'.repeat(Math.round(share * 30)).padEnd(30, '░')}`);
        open = true;
        if (share === 1) endLine();
      } else if (tenth !== lastTenth) {
        stream.write(`${text}\n`);
      }
      lastTenth = tenth;
    },
  };
}
