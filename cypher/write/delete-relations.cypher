// How many relations were removed? Removes them.
// Parameters: $rows (maps of id, from and to)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MATCH (from)-[relation]->(to)
WHERE relation.id = row.id
DELETE relation
RETURN count(*) AS written
