// Which entities had these ids before they were merged?
// Parameters: $ids (former entity ids)
// Columns: formerId, id (entity id)
// Order: formerId, id
// Bound: one row for each id and entity that had it
MATCH (entity:Entity)
WHERE any(formerId IN entity.formerIds WHERE formerId IN $ids)
UNWIND entity.formerIds AS formerId
WITH entity, formerId
WHERE formerId IN $ids
RETURN formerId, entity.id AS id
ORDER BY formerId, id
