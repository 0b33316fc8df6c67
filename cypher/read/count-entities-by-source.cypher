// About how many entities does each of these sources say something?
// Parameters: $ids (source ids)
// Columns: source (id), entities (how many)
// Order: source
// Bound: as many as there are ids
MATCH (entity:Entity)
UNWIND entity.sources AS source
WITH source, entity
WHERE source IN $ids
RETURN source, count(DISTINCT entity) AS entities
ORDER BY source
