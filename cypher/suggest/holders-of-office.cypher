// Who holds an office?
// Parameters: $office (office; any where it is null), $limit (how many)
// Columns: value (entity id of the person), count (how many relations the person has)
// Order: count, most first; value
// Bound: $limit
MATCH (holder:Person)
WHERE EXISTS { MATCH (holder)-[holds:HOLDS_OFFICE]->(:Entity) WHERE $office IS NULL OR holds.office = $office }
RETURN holder.id AS value, COUNT { (holder)--() } AS count
ORDER BY count DESC, value
LIMIT $limit
