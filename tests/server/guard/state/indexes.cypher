// Which indexes are there, and do they answer?
// Parameters: none
// Columns: name, state, type
// Order: name
// Bound: those that our schema has
SHOW INDEXES YIELD name, state, type
RETURN name, state, type
ORDER BY name
