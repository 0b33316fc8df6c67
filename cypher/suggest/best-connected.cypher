// Which entities of these types have the most relations?
// Parameters: $types (entity types; all but documents where the list is empty), $documents (entity types that are documents),
//   $structural (relation types not to count), $limit (how many)
// Columns: value (entity id), count (how many relations it has)
// Order: count, most first; value
// Bound: $limit
MATCH (entity:Entity)
WHERE
  any(label IN labels(entity) WHERE label IN $types) OR
  ($types = [] AND none(label IN labels(entity) WHERE label IN $documents))
RETURN entity.id AS value, COUNT { (entity)-[relation]-() WHERE NOT type(relation) IN $structural } AS count
ORDER BY count DESC, value
LIMIT $limit
