// How many nodes does a database hold that was never ingested into?
// Parameters: $limit (where counting ends)
// Columns: nodes
// Order: one row
// Bound: 1
MATCH (node)
WHERE NOT node:IngestLease
WITH node LIMIT $limit
RETURN count(node) AS nodes
