// Does the database load from this address? Run only to see that its configuration forbids it.
// Parameters: $address (of a place where nothing answers)
// Columns: lines (how many it has loaded)
// Order: one row
// Bound: one row
LOAD CSV FROM $address AS line
RETURN count(line) AS lines
