// Which data sets does the database hold?
// Parameters: none
// Columns: dataset (node)
// Order: dataset.id
// Bound: 100
MATCH (dataset:DataSet)
RETURN dataset
ORDER BY dataset.id
LIMIT 100
