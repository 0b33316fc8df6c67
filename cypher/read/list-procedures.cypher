// Which of these procedures are there, and how are they called?
// Parameters: $names
// Columns: name, signature, description
// Order: name
// Bound: one row per name
SHOW PROCEDURES YIELD name, signature, description
WHERE name IN $names
RETURN name, signature, description
ORDER BY name
