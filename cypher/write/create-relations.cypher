// How many relations were added? Adds them; one whose end is missing is not counted.
// Parameters: $rows (maps of from, to, type and properties), $now (time of the ingestion)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[relation:$(row.type)]->(to)
SET relation = row.properties, relation.recordedAt = $now, relation.updatedAt = $now
RETURN count(relation) AS written
