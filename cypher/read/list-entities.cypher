// Which entities have these ids?
// Parameters: $ids (entity ids)
// Columns: entity (node)
// Order: entity.id
// Bound: as many as there are ids
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH DISTINCT entity
RETURN entity
ORDER BY entity.id
