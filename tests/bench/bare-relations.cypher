// The bare loop's relations; for measuring alone.
// Parameters: $rows (maps of from, to, type and properties)
// Columns: none
// Order: no rows
// Bound: no rows
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[relation:$(row.type)]->(to)
SET relation = row.properties
