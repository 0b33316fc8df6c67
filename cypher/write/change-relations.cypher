// How many relations were changed? Gives them the properties of their rows and no others, but for when they were recorded.
// Parameters: $rows (maps of id, from, to and properties), $now (time of the ingestion)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MATCH (from)-[relation]->(to)
WHERE relation.id = row.id
WITH relation, row, relation.recordedAt AS recordedAt
SET relation = row.properties, relation.recordedAt = recordedAt, relation.updatedAt = $now
RETURN count(relation) AS written
