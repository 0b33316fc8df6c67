// Which relations does an entity have, and who is at their other ends?
// Parameters: $id (entity id), $limit (how many relations)
// Columns: relation {type, from, to, properties}, other (node), total (how many relations there are in all)
// Order: relation type, relation id
// Bound: $limit
MATCH (entity:Entity {id: $id})
WITH entity, COUNT { (entity)-[]-(:Entity) } AS total
MATCH (entity)-[relation]-(other:Entity)
RETURN
  {
    type: type(relation),
    from: startNode(relation).id,
    to: endNode(relation).id,
    properties: properties(relation)
  } AS relation,
  other,
  total
ORDER BY relation.type, relation.properties.id
LIMIT $limit
