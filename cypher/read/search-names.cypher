// Which entities have a name that fits these words?
// Parameters: $query (Lucene query), $types (entity types; all where the list is empty), $structural (relation types not to
//   count), $limit (how many candidates)
// Columns: id, names (every name and alias), score (of the index), degree (how many relations)
// Order: score, best first; relations of any kind, most first (beginnings of words all have one score); id
// Bound: $limit
CALL db.index.fulltext.queryNodes('entity_names', $query) YIELD node, score
WHERE $types = [] OR any(label IN labels(node) WHERE label IN $types)
WITH node, score, COUNT { (node)--() } AS links
ORDER BY score DESC, links DESC, node.id
LIMIT $limit
RETURN
  node.id AS id,
  node.allNames AS names,
  score,
  COUNT { (node)-[relation]-() WHERE NOT type(relation) IN $structural } AS degree
ORDER BY score DESC, links DESC, id
