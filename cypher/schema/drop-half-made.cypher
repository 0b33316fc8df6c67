// Removes the index that an unfinished constraint has left and that keeps it from being made again.
// Parameters: $name (of the constraint and its index)
// Columns: none
// Order: no rows
// Bound: no rows
DROP INDEX $name IF EXISTS
