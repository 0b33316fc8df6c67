// Which of these ids belong to entities of the data sets that another one extends?
// Parameters: $ids (entity ids), $datasets (ids of the extended data sets)
// Columns: id, type, reliability (of a source), date (of a source), derivedFrom (of a source)
// Order: id
// Bound: one row for each id
MATCH (entity:Entity)
WHERE entity.id IN $ids AND entity.dataset IN $datasets
RETURN
  entity.id AS id,
  [label IN labels(entity) WHERE label <> 'Entity'][0] AS type,
  entity.reliability AS reliability,
  entity.date AS date,
  entity.derivedFrom AS derivedFrom
ORDER BY id
