// Who manages programmes, in a domain or in any?
// Parameters: $domain (domain; any where it is null), $limit (how many)
// Columns: value (entity id), count (how many programmes)
// Order: count, most first; value
// Bound: $limit
MATCH (manager:Entity)-[:MANAGES]->(programme:Programme)
WHERE $domain IS NULL OR $domain IN programme.domains
RETURN manager.id AS value, count(DISTINCT programme) AS count
ORDER BY count DESC, value
LIMIT $limit
