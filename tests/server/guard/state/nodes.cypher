// What is every node?
// Parameters: none
// Columns: labels, properties
// Order: id, then labels
// Bound: the whole graph, which is small in tests
MATCH (n)
RETURN labels(n) AS labels, properties(n) AS properties
ORDER BY n.id, labels
