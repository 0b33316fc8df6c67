// Leaves no node and no relation, a portion at a time; for measuring alone.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
MATCH (node)
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 1000 ROWS
