// Is the lease still ours? Makes it hold on.
// Parameters: $token (of its holder), $seconds (how long it holds from now)
// Columns: renewed (1, or 0 where it is no longer ours)
// Order: one row
// Bound: 1
MATCH (lease:IngestLease {name: 'ingest', token: $token})
SET lease.until = datetime.realtime() + duration({seconds: $seconds})
RETURN count(lease) AS renewed
