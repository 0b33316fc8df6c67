// Makes the id of a data set unique.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
CREATE CONSTRAINT dataset_id IF NOT EXISTS
FOR (dataSet:DataSet) REQUIRE dataSet.id IS UNIQUE
