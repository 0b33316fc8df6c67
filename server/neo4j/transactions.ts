// What each transaction brings along: its time limit, and a mark by which it is found again while it runs.

/** Key of the mark among the metadata that `SHOW TRANSACTIONS` lists. */
const markKey = 'ententeRun';

/** The driver's configuration of a transaction. */
export function transactionConfig(
  timeoutMs: number,
  mark: string | undefined,
): { timeout: number; metadata?: { [markKey]: string } } {
  return { timeout: timeoutMs, ...(mark === undefined ? {} : { metadata: { [markKey]: mark } }) };
}
