// Which nodes are at the ends of relationships that an answer holds without them?
// Parameters: $elementIds (the database's own ids, from an answer a moment ago)
// Columns: elementId, node
// Order: elementId
// Bound: as many as there are ids
MATCH (node)
WHERE elementId(node) IN $elementIds
RETURN elementId(node) AS elementId, node
ORDER BY elementId
