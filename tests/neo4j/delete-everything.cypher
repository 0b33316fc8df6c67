// Leaves no node and no relation, only the schema; for tests alone.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
MATCH (node) DETACH DELETE node
