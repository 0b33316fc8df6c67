// On which properties do sources differ?
// Parameters: $limit (how many)
// Columns: value (property), count (how many entities and relations)
// Order: count, most first; value
// Bound: $limit
CALL () {
  MATCH (what:Entity)
  WHERE what.disputed
  RETURN what
  UNION
  MATCH (:Entity)-[what]->(:Entity)
  WHERE what.disputed
  RETURN what
}
UNWIND range(0, size(what.fields) - 1) AS item
WITH what, what.fields[item] AS value, collect(DISTINCT what.values[item]) AS said
WHERE value <> '' AND size(said) > 1
RETURN value, count(*) AS count
ORDER BY count DESC, value
LIMIT $limit
