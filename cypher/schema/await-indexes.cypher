// Waits until every index answers.
// Parameters: $seconds (how long to wait at most)
// Columns: none
// Order: no rows
// Bound: no rows
CALL db.awaitIndexes($seconds)
