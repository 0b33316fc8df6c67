// In which domains are there programmes and systems?
// Parameters: $limit (how many)
// Columns: value (domain), count (how many programmes)
// Order: count, most first; value
// Bound: $limit
MATCH (programme:Programme)
UNWIND programme.domains AS value
RETURN value, count(DISTINCT programme) AS count
ORDER BY count DESC, value
LIMIT $limit
