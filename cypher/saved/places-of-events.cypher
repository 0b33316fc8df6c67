/* ---
id: places-of-events
title:
  en: Places and what happens there
  de: Orte und was dort geschieht
description:
  en: Events, missions and instruments by the place where they are or were, in the place itself or anywhere within it.
  de: Ereignisse, Einsätze und Instrumente nach dem Ort, an dem sie sind oder waren, am Ort selbst oder irgendwo darin.
tags: [events, places]
parameters:
  - name: place
    kind: entity
    label: { en: Place, de: Ort }
    description: { en: With all that lies in it., de: 'Mit allem, was darin liegt.' }
    types: [Place, Country]
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    required: false
columns:
  - { name: place, label: { en: Place, de: Ort } }
  - { name: within, label: { en: In, de: In } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: what, label: { en: What, de: Was } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: participants, label: { en: Participants, de: Beteiligte } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {place: 'italy', type: null}
MATCH (what:Entity)-[located:LOCATED_IN]->(place:Entity)
WHERE NOT what:Place
WITH
  what,
  located,
  place,
  head([label IN labels(what) WHERE label <> 'Entity']) AS type,
  COLLECT {
    MATCH (place)-[:PART_OF|LOCATED_IN*1..5]->(whole:Entity)
    RETURN DISTINCT whole
    ORDER BY whole.id
  } AS within
WHERE
  ($place IS NULL OR place.id = $place OR any(whole IN within WHERE whole.id = $place)) AND
  ($type IS NULL OR type = $type)
RETURN
  place,
  within,
  type,
  what,
  what.status AS status,
  what.date AS date,
  COLLECT {
    MATCH (participant:Entity)-[:PARTICIPATES_IN|RUNS]->(what)
    RETURN DISTINCT participant
    ORDER BY participant.id
  } AS participants,
  [located] +
  COLLECT { MATCH (place)-[fact:PART_OF|LOCATED_IN]->(:Entity) RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (:Entity)-[fact:PARTICIPATES_IN|RUNS]->(what) RETURN fact ORDER BY fact.id } AS facts
ORDER BY place.id, what.dateFrom IS NULL, what.dateFrom, what.id, located.id
