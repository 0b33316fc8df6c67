// Which constraints are there?
// Parameters: none
// Columns: name, type, labelsOrTypes, properties
// Order: name
// Bound: those that our schema has
SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
RETURN name, type, labelsOrTypes, properties
ORDER BY name
