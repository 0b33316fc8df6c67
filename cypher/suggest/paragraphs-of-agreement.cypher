// Which paragraphs does an agreement have, by what it undertakes in them?
// Parameters: $agreement (entity id; all agreements where it is null), $limit (how many)
// Columns: value (the paragraph as written), count (how many undertakings)
// Order: the paragraph as a number; what is none, such as the preamble, first; value
// Bound: $limit
MATCH (agreement:Agreement)-[:CONTAINS]->(undertaking:Commitment)
WHERE undertaking.paragraph IS NOT NULL AND ($agreement IS NULL OR agreement.id = $agreement)
WITH toString(undertaking.paragraph) AS value, count(undertaking) AS count
RETURN value, count
ORDER BY coalesce(toIntegerOrNull(value), 0), value
LIMIT $limit
