// Which entities are one relation away from these, along relations that are wanted?
// Parameters: $ids (entity ids), $ends (ids that may be arrived at whatever their type), $relationTypes (types to follow),
//   $closedIds (ids not to arrive at), $closedTypes (entity types not to arrive at), $certainties, $statuses ('none' stands
//   for no status) and $source (what a relation must have; null for any), $day (only what is shown as of that DATE; null for
//   any), $lasting (types of which a single date is the start), $limit (how many rows)
// Columns: here (id), there (id), degree (how many relations there has in all)
// Order: here, there
// Bound: $limit
UNWIND $ids AS id
MATCH (entity:Entity {id: id})-[relation]-(other:Entity)
WHERE
  other <> entity AND
  type(relation) IN $relationTypes AND
  NOT other.id IN $closedIds AND
  (other.id IN $ends OR NOT any(label IN labels(other) WHERE label IN $closedTypes)) AND
  ($certainties IS NULL OR relation.certainty IN $certainties) AND
  ($statuses IS NULL OR coalesce(relation.status, 'none') IN $statuses) AND
  ($source IS NULL OR $source IN relation.sources) AND
  ($day IS NULL OR
    all(
      fact IN [
        {
          date: relation.date,
          first: relation.dateFrom,
          last: relation.dateTo,
          attested: relation.attestedFrom,
          lasting: type(relation) IN $lasting
        },
        {
          date: other.date,
          first: other.dateFrom,
          last: other.dateTo,
          attested: other.attestedFrom,
          lasting: any(label IN labels(other) WHERE label IN $lasting)
        }
      ]
      WHERE
        CASE
          WHEN fact.date IS NULL THEN fact.attested IS NULL OR fact.attested <= $day
          ELSE
            (fact.first IS NULL OR fact.first <= $day) AND
            (fact.last IS NULL OR fact.last >= $day OR (fact.lasting AND NOT fact.date CONTAINS '/'))
        END
    ))
WITH DISTINCT entity, other
RETURN entity.id AS here, other.id AS there, COUNT { (other)--() } AS degree
ORDER BY here, there
LIMIT $limit
