// Who may ingest now? Takes the lease where it is free, run out, ours already or that of a process known to be dead.
// Parameters: $token (of whoever asks), $deadToken (of a dead holder, or ''), $host, $pid, $seconds (how long it holds)
// Columns: taken, token, host, pid, until (of the holder)
// Order: one row
// Bound: 1
MERGE (lease:IngestLease {name: 'ingest'})
ON CREATE SET lease.token = '', lease.until = datetime({epochSeconds: 0})
// A first write waits for whoever else is asking; only what is read after it counts.
SET lease.askedAt = datetime.realtime()
WITH lease,
  lease.token IN [$token, $deadToken] OR lease.until < datetime.realtime() AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET
    lease.token = $token,
    lease.host = $host,
    lease.pid = $pid,
    lease.until = datetime.realtime() + duration({seconds: $seconds})
)
RETURN free AS taken, lease.token AS token, lease.host AS host, lease.pid AS pid, toString(lease.until) AS until
