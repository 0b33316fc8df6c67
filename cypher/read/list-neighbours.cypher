// Which entities are joined to this one by relations of these types, and by which?
// Parameters: $id (entity id), $relationTypes (types to follow), $direction (out, in or both),
//   $types (the neighbours' entity types; all where the list is empty), $structural (relation types not to count),
//   $afterDegree and $afterId (the last neighbour of the page before; null for the first page), $limit (how many),
//   $relationLimit (how many relations to each)
// Columns: neighbour (node), relations (list of {type, from, to, properties}), degree (how many relations it has),
//   total (how many neighbours there are in all), more (whether there are further ones)
// Order: degree, most first; neighbour.id; relations by id
// Bound: $limit; one row without neighbour where the page is empty
MATCH (entity:Entity {id: $id})-[relation]-(neighbour:Entity)
WHERE
  neighbour <> entity AND
  type(relation) IN $relationTypes AND
  ($direction = 'both' OR ($direction = 'out') = (startNode(relation) = entity)) AND
  ($types = [] OR any(label IN labels(neighbour) WHERE label IN $types))
WITH DISTINCT neighbour
WITH neighbour, COUNT { (neighbour)-[other]-() WHERE NOT type(other) IN $structural } AS degree
ORDER BY degree DESC, neighbour.id
WITH collect({neighbour: neighbour, degree: degree}) AS ranked
WITH
  size(ranked) AS total,
  [
    row IN ranked
    WHERE
      $afterId IS NULL OR
      row.degree < $afterDegree OR
      (row.degree = $afterDegree AND row.neighbour.id > $afterId)
  ] AS rest
UNWIND CASE WHEN size(rest) = 0 THEN [null] ELSE rest[..$limit] END AS row
WITH row.neighbour AS neighbour, row.degree AS degree, total, size(rest) > $limit AS more
RETURN
  neighbour,
  COLLECT {
    MATCH (neighbour)-[relation]-(:Entity {id: $id})
    WHERE
      type(relation) IN $relationTypes AND
      ($direction = 'both' OR ($direction = 'in') = (startNode(relation) = neighbour))
    WITH relation
    ORDER BY relation.id
    LIMIT $relationLimit
    RETURN {
      type: type(relation),
      from: startNode(relation).id,
      to: endNode(relation).id,
      properties: properties(relation)
    }
  } AS relations,
  degree,
  total,
  more
