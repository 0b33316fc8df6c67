// With which modalities does an agreement undertake things?
// Parameters: $agreement (entity id; all agreements where it is null), $limit (how many)
// Columns: value (modality), count (how many undertakings)
// Order: firmness, firm first; value
// Bound: $limit
MATCH (agreement:Agreement)-[:CONTAINS]->(undertaking:Commitment)
WHERE undertaking.modality IS NOT NULL AND ($agreement IS NULL OR agreement.id = $agreement)
WITH undertaking.modality AS value, max(undertaking.firmness) AS firmness, count(undertaking) AS count
RETURN value, count
ORDER BY firmness DESC, value
LIMIT $limit
