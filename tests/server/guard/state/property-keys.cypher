// Which names of properties does the database know?
// Parameters: none
// Columns: propertyKey
// Order: propertyKey
// Bound: the words of the vocabulary
CALL db.propertyKeys() YIELD propertyKey
RETURN propertyKey
ORDER BY propertyKey
