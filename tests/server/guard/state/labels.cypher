// Which labels does the database know?
// Parameters: none
// Columns: label
// Order: label
// Bound: the words of the vocabulary
CALL db.labels() YIELD label
RETURN label
ORDER BY label
