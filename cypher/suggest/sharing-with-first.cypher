// Who has most in common with the first entity: is linked to the same things, documents aside?
// Parameters: $first (entity id; nothing is in common where it is null), $limit (how many)
// Columns: value (entity id), count (how many things both are linked to)
// Order: count, most first; value
// Bound: $limit
MATCH (first:Entity {id: $first})--(common:Entity)--(second:Entity)
WHERE second <> first AND NOT common:Source AND NOT second:Source
RETURN second.id AS value, count(DISTINCT common) AS count
ORDER BY count DESC, value
LIMIT $limit
