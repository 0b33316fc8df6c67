// Which relations that the data set does not own end on these entities?
// Parameters: $ids (entity ids), $dataset (id of the data set)
// Columns: id (of the entity), relation (its id; empty where it has none), owner (id of its data set; empty where it has none)
// Order: id, relation
// Bound: 20
MATCH (entity:Entity)-[relation]-()
WHERE entity.id IN $ids AND coalesce(relation.dataset, '') <> $dataset
RETURN entity.id AS id, coalesce(relation.id, '') AS relation, coalesce(relation.dataset, '') AS owner
ORDER BY id, relation
LIMIT 20
