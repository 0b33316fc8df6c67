// In which currencies are sums stated?
// Parameters: $limit (how many)
// Columns: value (currency), count (how many sums)
// Order: count, most first; value
// Bound: $limit
MATCH (:Entity)-[finances:FINANCES]->(:Entity)
WHERE finances.currency IS NOT NULL
RETURN finances.currency AS value, count(finances) AS count
ORDER BY count DESC, value
LIMIT $limit
