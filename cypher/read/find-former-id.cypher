// Which entity had this id before it was merged?
// Parameters: $id (former entity id)
// Columns: id (entity id)
// Order: id
// Bound: 1
MATCH (entity:Entity)
WHERE $id IN entity.formerIds
RETURN entity.id AS id
ORDER BY id
LIMIT 1
