// The bare loop's entities; for measuring alone.
// Parameters: $rows (maps of type and properties)
// Columns: none
// Order: no rows
// Bound: no rows
UNWIND $rows AS row
CREATE (entity:Entity:$(row.type))
SET entity = row.properties
