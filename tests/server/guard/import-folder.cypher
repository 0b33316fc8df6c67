// From which folder would the database load files, if it might?
// Parameters: none
// Columns: folder
// Order: one row
// Bound: 1
SHOW SETTINGS 'server.directories.import' YIELD value
RETURN value AS folder
