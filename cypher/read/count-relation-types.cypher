// How many relations are there of each type?
// Parameters: none
// Columns: type (relation type), relations (how many)
// Order: type
// Bound: one row a type
MATCH (:Entity)-[relation]->(:Entity)
RETURN type(relation) AS type, count(*) AS relations
ORDER BY type
