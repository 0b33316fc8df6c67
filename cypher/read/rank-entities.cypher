// Which entities have the most relations?
// Parameters: $structuralTypes (entity types to leave out), $structural (relation types not to count), $limit (how many)
// Columns: id, type (label), degree (how many relations), total (how many entities there are in all)
// Order: degree, most first; id
// Bound: $limit
MATCH (entity:Entity)
WHERE none(label IN labels(entity) WHERE label IN $structuralTypes)
WITH entity, COUNT { (entity)-[relation]-() WHERE NOT type(relation) IN $structural } AS degree
ORDER BY degree DESC, entity.id
WITH collect({entity: entity, degree: degree}) AS ranked
UNWIND ranked[..$limit] AS row
RETURN
  row.entity.id AS id,
  head([label IN labels(row.entity) WHERE label <> 'Entity']) AS type,
  row.degree AS degree,
  size(ranked) AS total
