// Which entities have names like these?
// Parameters: $names (list of { place, query }: its place in the list and a Lucene query), $types (entity types; all where the
//   list is empty), $limit (how many candidates a name)
// Columns: place, id (entity id), type (label), names (every name and alias), degree (how many relations it has)
// Order: place; degree, most first; id
// Bound: $limit for each name, out of the first 200 that the index knows
UNWIND $names AS sought
CALL (sought) {
  CALL db.index.fulltext.queryNodes('entity_names', sought.query, {limit: 200}) YIELD node
  WHERE $types = [] OR any(label IN labels(node) WHERE label IN $types)
  RETURN node AS entity
  LIMIT $limit
}
RETURN
  sought.place AS place,
  entity.id AS id,
  head([label IN labels(entity) WHERE label <> 'Entity']) AS type,
  entity.allNames AS names,
  COUNT { (entity)--() } AS degree
ORDER BY place, degree DESC, id
