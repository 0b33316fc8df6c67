// Puts the relations of a data set.
// Parameters: $relations (rows {from, to, type, properties})
// Columns: none
// Order: no rows
// Bound: no rows
UNWIND $relations AS row
MATCH (from:Entity {id: row.from}), (to:Entity {id: row.to})
CREATE (from)-[relation:$(row.type)]->(to)
SET relation = row.properties
