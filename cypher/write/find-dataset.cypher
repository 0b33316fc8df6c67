// Which content does the database hold of a data set, and does it hold any data set at all?
// Parameters: $dataset (id of the data set)
// Columns: hash (null where the data set is not there), datasets (how many there are)
// Order: one row
// Bound: 1
OPTIONAL MATCH (dataset:DataSet {id: $dataset})
RETURN dataset.hash AS hash, COUNT { (:DataSet) } AS datasets
