// Which sources are there?
// Parameters: $limit (how many)
// Columns: source (node), total (how many there are in all)
// Order: source.id
// Bound: $limit
MATCH (source:Source)
WHERE source:Entity
WITH source
ORDER BY source.id
WITH collect(source) AS sources
UNWIND sources[..$limit] AS source
RETURN source, size(sources) AS total
