// How many entities were removed? Removes them; one on which a relation still ends stops the transaction.
// Parameters: $rows (maps of id)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
DELETE entity
RETURN count(*) AS written
