// How many entities are there of each type?
// Parameters: none
// Columns: type (label), entities (how many)
// Order: type
// Bound: one row a label
MATCH (entity:Entity)
UNWIND [label IN labels(entity) WHERE label <> 'Entity'] AS type
RETURN type, count(*) AS entities
ORDER BY type
