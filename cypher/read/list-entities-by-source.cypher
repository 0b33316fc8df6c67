// About which entities does a source say something?
// Parameters: $id (source id), $limit (how many)
// Columns: entity (node), total (how many there are in all)
// Order: entity.id
// Bound: $limit
MATCH (entity:Entity)
WHERE $id IN entity.sources
WITH entity
ORDER BY entity.id
WITH collect(entity) AS entities
UNWIND entities[..$limit] AS entity
RETURN entity, size(entities) AS total
