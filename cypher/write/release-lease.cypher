// Is the lease still ours? Gives it back; as the last statement of a transaction it lets that one commit only if it is.
// Parameters: $token (of its holder)
// Columns: released (1, or 0 where it was no longer ours)
// Order: one row
// Bound: 1
MATCH (lease:IngestLease {name: 'ingest', token: $token})
DELETE lease
RETURN count(*) AS released
