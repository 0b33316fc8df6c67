// What does no source state?
// Parameters: $limit (how many)
// Columns: value (what is missing), count (of how many entities)
// Order: count, most first; value
// Bound: $limit
MATCH (entity:Entity)
WHERE NOT entity:Source
UNWIND entity.notStated AS value
RETURN value, count(DISTINCT entity) AS count
ORDER BY count DESC, value
LIMIT $limit
