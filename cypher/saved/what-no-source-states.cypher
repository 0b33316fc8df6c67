/* ---
id: what-no-source-states
title:
  en: What no source states
  de: Was keine Quelle angibt
description:
  en: 'What a reader would look for and no source says: sums, quantities, dates, suppliers, by entity.'
  de: 'Was man suchen würde und keine Quelle nennt: Beträge, Mengen, Daten, Lieferanten, je Eintrag.'
tags: [evidence, gaps]
parameters:
  - name: missing
    kind: text
    label: { en: What is missing, de: Was fehlt }
    suggest: not-stated
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    required: false
  - name: about
    kind: entities
    label: { en: Only these, de: Nur diese }
    description: { en: They and all that they are linked to., de: 'Sie und alles, womit sie verbunden sind.' }
    required: false
columns:
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: entity, label: { en: Entity, de: Eintrag } }
  - { name: missing, label: { en: Not stated, de: Nicht angegeben }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: actors, label: { en: Who, de: Wer } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {missing: 'amount', type: null, about: null}
MATCH (entity:Entity)
WHERE
  NOT entity:Source AND
  ($type IS NULL OR $type IN labels(entity)) AND
  (
    $about IS NULL OR
    entity.id IN $about OR
    EXISTS {
      MATCH (entity)-[fact]-(other:Entity)
      WHERE other.id IN $about AND NOT type(fact) IN ['PUBLISHES', 'CITES']
    }
  )
WITH
  entity,
  head([label IN labels(entity) WHERE label <> 'Entity']) AS type,
  [missing IN coalesce(entity.notStated, []) WHERE $missing IS NULL OR missing = $missing] AS missing
WHERE size(missing) > 0
RETURN
  type,
  entity,
  missing,
  entity.status AS status,
  COLLECT {
    MATCH (actor:Entity)-[:PARTY_TO|PLEDGES|FINANCES|COMMITS_TO|PARTICIPATES_IN]->(entity)
    RETURN DISTINCT actor
    ORDER BY actor.id
  } AS actors,
  COLLECT {
    MATCH (:Entity)-[fact:PARTY_TO|PLEDGES|FINANCES|COMMITS_TO|PARTICIPATES_IN]->(entity)
    RETURN fact
    ORDER BY fact.id
  } AS facts
ORDER BY type, entity.id
