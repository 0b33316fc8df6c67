// How many entities got another type? Changes their labels.
// Parameters: $rows (maps of id, before and after: the types)
// Columns: written
// Order: one row
// Bound: 1
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
REMOVE entity:$(row.before)
SET entity:$(row.after)
RETURN count(entity) AS written
