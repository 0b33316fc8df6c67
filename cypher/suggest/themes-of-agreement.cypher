// Which themes do the undertakings of an agreement concern, themselves or through a narrower theme?
// Parameters: $agreement (entity id; all agreements where it is null), $limit (how many)
// Columns: value (entity id), count (how many undertakings)
// Order: count, most first; value
// Bound: $limit
MATCH (agreement:Agreement)-[:CONTAINS]->(undertaking:Commitment)-[:CONCERNS]->(:Theme)-[:PART_OF*0..6]->(theme:Theme)
WHERE $agreement IS NULL OR agreement.id = $agreement
RETURN theme.id AS value, count(DISTINCT undertaking) AS count
ORDER BY count DESC, value
LIMIT $limit
