// Which relations rest on a source?
// Parameters: $id (source id), $limit (how many)
// Columns: relation {type, from, to, properties}, total (how many there are in all)
// Order: relation id
// Bound: $limit
MATCH (:Entity)-[relation]->(:Entity)
WHERE $id IN relation.sources
WITH relation
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
