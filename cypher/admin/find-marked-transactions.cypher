// Which of the queries with these marks still have a transaction?
// Parameters: $marks (as set among the metadata of a transaction)
// Columns: mark, id (of the transaction), elapsed (duration)
// Order: by mark, then id
// Bound: one row for each transaction, of which the database runs at most fifty at once
SHOW TRANSACTIONS
YIELD transactionId, metaData, elapsedTime
WHERE metaData.ententeRun IN $marks
RETURN metaData.ententeRun AS mark, transactionId AS id, elapsedTime AS elapsed
ORDER BY mark, id
LIMIT 1000
