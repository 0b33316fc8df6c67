// Which relations join these entities to each other?
// Parameters: $ids (entity ids), $structural (relation types to leave out), $limit (how many relations)
// Columns: relation {type, from, to, properties}, total (how many there are in all)
// Order: relation id
// Bound: $limit
UNWIND $ids AS id
MATCH (from:Entity {id: id})-[relation]->(to:Entity)
WHERE to.id IN $ids AND NOT type(relation) IN $structural
WITH DISTINCT relation
ORDER BY relation.id
WITH collect(relation) AS relations
UNWIND relations[..$limit] AS relation
RETURN
  {
    type: type(relation),
    from: startNode(relation).id,
    to: endNode(relation).id,
    properties: properties(relation)
  } AS relation,
  size(relations) AS total
