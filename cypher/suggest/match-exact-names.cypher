// Which entities may bear these names, letter case and accents aside, or have them as their id?
// Parameters: $names (list of { place, id, phrase, size, slack }: its place in the list, the id that it may be, a Lucene phrase
//   of its words, its length, and by how much a name's length may differ), $types (entity types; all where the list is empty),
//   $limit (how many candidates a name)
// Columns: place, id (entity id), type (label), names (every name and alias), degree (how many relations it has)
// Order: place; degree, most first; id
// Bound: $limit for each name, out of the first 1000 that the index knows
UNWIND $names AS sought
CALL (sought) {
  MATCH (entity:Entity {id: sought.id})
  WHERE $types = [] OR any(label IN labels(entity) WHERE label IN $types)
  RETURN entity
  UNION
  CALL db.index.fulltext.queryNodes('entity_names', sought.phrase, {limit: 1000}) YIELD node
  WHERE
    ($types = [] OR any(label IN labels(node) WHERE label IN $types)) AND
    any(name IN node.allNames WHERE abs(size(name) - sought.size) <= sought.slack)
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
