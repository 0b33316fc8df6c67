// Which entities does a data set own, and with which content?
// Parameters: $dataset (id of the data set)
// Columns: id, type, hash
// Order: id
// Bound: none, it is the whole data set: three short texts a row
MATCH (entity:Entity {dataset: $dataset})
RETURN entity.id AS id, [label IN labels(entity) WHERE label <> 'Entity'][0] AS type, entity.hash AS hash
ORDER BY id
