// Which agreements is a country, body or company party to, itself or through its organs?
// Parameters: $party (entity id; all agreements where it is null), $limit (how many)
// Columns: value (entity id), count (how many relations it has)
// Order: count, most first; value
// Bound: $limit
MATCH (agreement:Agreement)
WHERE
  $party IS NULL OR
  EXISTS { MATCH (agreement)<-[:PARTY_TO]-(:Entity)-[:PART_OF*0..2]->(:Entity {id: $party}) }
RETURN agreement.id AS value, COUNT { (agreement)--() } AS count
ORDER BY count DESC, value
LIMIT $limit
