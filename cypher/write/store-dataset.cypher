// Was the data set's own node written? Gives it these properties and no others.
// Parameters: $dataset (its id), $properties, $now (time of the ingestion)
// Columns: written
// Order: one row
// Bound: 1
MERGE (dataset:DataSet {id: $dataset})
SET dataset = $properties, dataset.ingestedAt = $now
RETURN count(dataset) AS written
