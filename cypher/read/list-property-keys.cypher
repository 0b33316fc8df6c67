// Which keys do properties of nodes and relationships have?
// Parameters: $limit (how many)
// Columns: key
// Order: key
// Bound: $limit
CALL db.propertyKeys() YIELD propertyKey
RETURN propertyKey AS key
ORDER BY key
LIMIT $limit
