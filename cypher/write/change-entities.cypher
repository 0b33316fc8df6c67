// How many entities were changed? Gives them the properties of their rows and no others, but for when they were recorded.
// Parameters: $rows (maps of id and properties), $now (time of the ingestion)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
WITH entity, row, entity.recordedAt AS recordedAt
SET entity = row.properties, entity.recordedAt = recordedAt, entity.updatedAt = $now
RETURN count(entity) AS written
