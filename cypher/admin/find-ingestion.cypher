// Who ingests at this moment?
// Parameters: none
// Columns: host, pid, until (until when the lease holds unless it is renewed)
// Order: one row or none
// Bound: 1
MATCH (lease:IngestLease {name: 'ingest'})
WHERE lease.token <> '' AND lease.until > datetime.realtime()
RETURN lease.host AS host, lease.pid AS pid, toString(lease.until) AS until
LIMIT 1
