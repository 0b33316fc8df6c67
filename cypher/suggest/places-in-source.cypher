// At which places does a source say something?
// Parameters: $source (entity id; no place where it is null), $limit (how many)
// Columns: value (the place as evidence names it), count (how many statements)
// Order: as in a document: title, byline, preamble, numbered paragraphs, signature; value
// Bound: $limit
CALL () {
  MATCH (what:Entity)
  WHERE $source IN what.sources
  RETURN what
  UNION
  MATCH (:Entity)-[what]->(:Entity)
  WHERE $source IN what.sources
  RETURN what
}
UNWIND range(0, size(what.sources) - 1) AS item
WITH what, item
WHERE what.sources[item] = $source
WITH what.locators[item] AS value, count(*) AS count
RETURN value, count
ORDER BY
  CASE value
    WHEN 'title' THEN 0
    WHEN 'byline' THEN 1
    WHEN 'preamble' THEN 2
    WHEN 'signature' THEN 4
    ELSE 3
  END,
  coalesce(toIntegerOrNull(substring(value, 1)), 0),
  value
LIMIT $limit
