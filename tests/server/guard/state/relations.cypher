// What is every relation?
// Parameters: none
// Columns: type, properties
// Order: type, id
// Bound: the whole graph, which is small in tests
MATCH ()-[r]->()
RETURN type(r) AS type, properties(r) AS properties
ORDER BY type, r.id
