/* ---
id: timeline-of-events
title:
  en: Timeline of events
  de: Zeitleiste der Ereignisse
description:
  en: Events in the order of their dates with place, participants (hosts and inviting first), what was signed or announced there and what they belong to; undated ones last.
  de: Ereignisse in der Reihenfolge ihrer Daten mit Ort, Beteiligten (Gastgeber und Einladende zuerst), dem, was dort unterzeichnet oder angekündigt wurde, und wozu sie gehören; undatierte zuletzt.
tags: [events, time]
parameters:
  - name: period
    kind: dateRange
    label: { en: Between, de: Zwischen }
    required: false
  - name: kind
    kind: enumeration
    label: { en: Kind, de: Art }
    values:
      - { value: consultation, label: { en: consultation, de: Konsultation } }
      - { value: meeting, label: { en: meeting, de: Treffen } }
      - { value: signing, label: { en: signing, de: Unterzeichnung } }
      - { value: press-conference, label: { en: press conference, de: Pressekonferenz } }
      - { value: conflict, label: { en: conflict, de: Konflikt } }
      - { value: development, label: { en: development, de: Entwicklung } }
      - { value: cultural-year, label: { en: cultural year, de: Kulturjahr } }
    required: false
  - name: participant
    kind: entity
    label: { en: With, de: Mit }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Country, Institution, Organisation, Person, Company]
    required: false
columns:
  - { name: date, label: { en: Date, de: Datum } }
  - { name: event, label: { en: Event, de: Ereignis } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: places, label: { en: Place, de: Ort } }
  - { name: participants, label: { en: Participants, de: Beteiligte } }
  - { name: results, label: { en: Signed or announced, de: Unterzeichnet oder angekündigt } }
  - { name: belongsTo, label: { en: Belongs to, de: Gehört zu } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {kind: null, participant: null} and :param period => ({from: date('2026-01-01'), to: date('2026-06-30')})
MATCH (event:Event)
WHERE
  ($kind IS NULL OR event.kind = $kind) AND
  (
    $participant IS NULL OR
    EXISTS { MATCH (event)<-[:PARTICIPATES_IN]-(:Entity)-[:PART_OF*0..3]->(:Entity {id: $participant}) }
  ) AND
  (
    $period IS NULL OR
    ((event.dateFrom IS NOT NULL OR event.dateTo IS NOT NULL) AND
      ($period.to IS NULL OR coalesce(event.dateFrom, event.dateTo) <= $period.to) AND
      ($period.from IS NULL OR coalesce(event.dateOpen, false) OR
        coalesce(event.dateTo, event.dateFrom) >= $period.from))
  )
RETURN
  event.date AS date,
  event,
  event.kind AS kind,
  event.status AS status,
  COLLECT { MATCH (event)-[:LOCATED_IN]->(place:Entity) RETURN place ORDER BY place.id } AS places,
  COLLECT {
    MATCH (participant:Entity)-[part:PARTICIPATES_IN]->(event)
    WITH participant, min(CASE WHEN part.role IN ['host', 'inviting'] THEN 0 ELSE 1 END) AS place
    RETURN participant
    ORDER BY place, participant.id
  } AS participants,
  COLLECT {
    MATCH (result:Entity)-[:SIGNED_AT|ANNOUNCED_AT|RESULTS_FROM]->(event)
    RETURN DISTINCT result
    ORDER BY result.id
  } AS results,
  COLLECT {
    MATCH (event)-[:PART_OF|INSTANCE_OF]->(whole:Entity)
    RETURN DISTINCT whole
    ORDER BY whole.id
  } AS belongsTo,
  COLLECT {
    MATCH (:Entity)-[fact:PARTICIPATES_IN|SIGNED_AT|ANNOUNCED_AT|RESULTS_FROM]->(event)
    RETURN fact
    ORDER BY fact.id
  } +
  COLLECT {
    MATCH (event)-[fact:LOCATED_IN|PART_OF|INSTANCE_OF|FOLLOWS]->(:Entity)
    RETURN fact
    ORDER BY fact.id
  } AS facts
ORDER BY event.dateFrom IS NULL, event.dateFrom, event.dateTo, event.id
