// Puts the node of a data set and its entities.
// Parameters: $dataset (properties), $entities (rows {labels, properties})
// Columns: none
// Order: no rows
// Bound: no rows
CREATE (dataset:DataSet)
SET dataset = $dataset
WITH dataset
UNWIND $entities AS row
CREATE (entity:$(row.labels))
SET entity = row.properties
