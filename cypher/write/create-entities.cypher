// How many entities were added? Adds them.
// Parameters: $rows (maps of type and properties), $now (time of the ingestion)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
CREATE (entity:Entity:$(row.type))
SET entity = row.properties, entity.recordedAt = $now, entity.updatedAt = $now
RETURN count(entity) AS written
