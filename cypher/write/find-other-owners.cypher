// Which of these ids belong to nodes that the data set does not own?
// Parameters: $ids (entity ids), $dataset (id of the data set)
// Columns: id, owner (id of the data set that owns it; empty where none does)
// Order: id
// Bound: 20
MATCH (entity:Entity)
WHERE entity.id IN $ids AND coalesce(entity.dataset, '') <> $dataset
RETURN entity.id AS id, coalesce(entity.dataset, '') AS owner
ORDER BY id
LIMIT 20
