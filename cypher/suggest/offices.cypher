// Which offices does anybody hold?
// Parameters: $limit (how many)
// Columns: value (office), count (how many persons hold it)
// Order: count, most first; value
// Bound: $limit
MATCH (holder:Person)-[holds:HOLDS_OFFICE]->(:Entity)
WHERE holds.office IS NOT NULL
RETURN holds.office AS value, count(DISTINCT holder) AS count
ORDER BY count DESC, value
LIMIT $limit
