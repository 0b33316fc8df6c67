// Which of these functions are there, and how are they called?
// Parameters: $names (in small letters)
// Columns: name, signature, description
// Order: name
// Bound: one row per name
SHOW FUNCTIONS YIELD name, signature, description
WHERE toLower(name) IN $names
RETURN name, signature, description
ORDER BY name
