// How many relations rest on each of these sources?
// Parameters: $ids (source ids)
// Columns: source (id), relations (how many)
// Order: source
// Bound: as many as there are ids
MATCH (:Entity)-[relation]->(:Entity)
UNWIND relation.sources AS source
WITH source, relation
WHERE source IN $ids
RETURN source, count(DISTINCT relation) AS relations
ORDER BY source
