// Which relations of these types join an entity to these neighbours?
// Parameters: $id (entity id), $neighbours (entity ids), $relationTypes (types to follow), $direction (out, in or both),
//   $limit (how many)
// Columns: relation {type, from, to, properties}
// Order: relation id
// Bound: $limit
MATCH (entity:Entity {id: $id})-[relation]-(neighbour:Entity)
WHERE
  neighbour.id IN $neighbours AND
  type(relation) IN $relationTypes AND
  ($direction = 'both' OR ($direction = 'out') = (startNode(relation) = entity))
WITH relation
ORDER BY relation.id
LIMIT $limit
RETURN
  {
    type: type(relation),
    from: startNode(relation).id,
    to: endNode(relation).id,
    properties: properties(relation)
  } AS relation
