// Was it noted up to where the database was written? Leaves the bookmarks of an ingestion with the data set that it wrote.
// Parameters: $dataset (its id), $hash (the content that was written), $bookmarks
// Columns: written
// Order: one row
// Bound: 1
MATCH (dataset:DataSet {id: $dataset, hash: $hash})
SET dataset.bookmarks = $bookmarks
RETURN count(dataset) AS written
