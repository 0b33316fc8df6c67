// Which values have these settings of the server?
// Parameters: $names (settings)
// Columns: name, value (as the server writes it: 30s, 512.00MiB, false)
// Order: name
// Bound: one row per name
SHOW SETTINGS YIELD name, value
WHERE name IN $names
RETURN name, value
ORDER BY name
