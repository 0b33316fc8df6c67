// Which databases are there?
// Parameters: none
// Columns: name, access, currentStatus
// Order: name
// Bound: two
SHOW DATABASES YIELD name, access, currentStatus
RETURN name, access, currentStatus
ORDER BY name
