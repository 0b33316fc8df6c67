/* ---
id: paths-between-two-actors
title:
  en: Paths between two entities without chosen hubs
  de: Wege zwischen zwei Einträgen ohne ausgewählte Knoten
description:
  en: The ways from one entity to another of the two smallest numbers of steps that go through none of the chosen entities and, if wished, only by chosen relations; documents are left out.
  de: Die Wege der zwei kleinsten Schrittzahlen von einem Eintrag zum anderen, die durch keinen der ausgewählten Einträge führen und, wenn gewünscht, nur über ausgewählte Beziehungen; Dokumente bleiben außen vor.
tags: [network]
parameters:
  - name: from
    kind: entity
    label: { en: From, de: Von }
    required: true
  - name: to
    kind: entity
    label: { en: To, de: Nach }
    required: true
  - name: without
    kind: entities
    label: { en: Without going through, de: Ohne Weg durch }
    required: false
  - name: relations
    kind: relationTypes
    label: { en: Only by these relations, de: Nur über diese Beziehungen }
    required: false
  - name: steps
    kind: integer
    label: { en: Steps at most, de: Schritte höchstens }
    min: 1
    max: 6
    default: 4
    required: true
columns:
  - { name: steps, label: { en: Steps, de: Schritte } }
  - { name: path, label: { en: Path, de: Weg } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 500
--- */
// In Neo4j Browser set the parameters first, for example :params {from: 'raytheon', to: 'italy', without: ['germany'], relations: null, steps: 6}
MATCH (from:Entity {id: $from}), (to:Entity {id: $to})
WHERE from <> to
MATCH path = SHORTEST 2 GROUPS (from)
  (()-[fact WHERE
    NOT type(fact) IN ['PUBLISHES', 'CITES'] AND ($relations IS NULL OR type(fact) IN $relations)
  ]-(stop:Entity WHERE
    NOT stop:Source AND NOT stop.id IN coalesce([hub IN $without WHERE hub <> $to], [])
  )){1,6}
  (to)
WHERE length(path) <= $steps
WITH path, [stop IN nodes(path) | stop.id] AS stops
ORDER BY [link IN relationships(path) | link.id]
WITH stops, collect(path) AS paths
WITH stops, head(paths) AS path, paths, length(head(paths)) AS steps
RETURN
  steps,
  path,
  COLLECT {
    UNWIND paths AS one
    UNWIND relationships(one) AS link
    RETURN DISTINCT link
    ORDER BY link.id
  } AS facts
ORDER BY steps, stops
