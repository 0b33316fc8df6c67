// Which constraints were never finished, because the database ended between making their index and making them?
// Parameters: $names (names of constraints)
// Columns: name
// Order: name
// Bound: one row per name
SHOW INDEXES YIELD name, state, owningConstraint
WHERE name IN $names AND owningConstraint IS NULL AND state = 'POPULATING'
RETURN name
ORDER BY name
