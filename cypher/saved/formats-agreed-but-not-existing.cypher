/* ---
id: formats-agreed-but-not-existing
title:
  en: Formats agreed but not yet existing
  de: Vereinbarte, noch nicht bestehende Formate
description:
  en: Dialogues, meetings and exchanges that are only planned or considered and have not met, the undertakings that provide for them, firm ones first, and who is to take part.
  de: Dialoge, Treffen und Austausche, die erst geplant oder erwogen sind und noch nicht stattfanden, die Absichten, die sie vorsehen, feste zuerst, und wer teilnehmen soll.
tags: [events, formats]
parameters:
  - name: status
    kind: enumeration
    label: { en: Status, de: Status }
    values:
      - { value: planned, label: { en: planned, de: geplant } }
      - { value: considered, label: { en: considered, de: erwogen } }
    required: false
  - name: party
    kind: entity
    label: { en: With, de: Mit }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Country, Institution, Organisation]
    required: false
  - name: agreement
    kind: entity
    label: { en: Provided for by the agreement, de: Vorgesehen in der Vereinbarung }
    types: [Agreement]
    suggest: agreements-of-party
    required: false
columns:
  - { name: format, label: { en: Format, de: Format } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: modalities, label: { en: Modality, de: Modalität }, vocabulary: true }
  - { name: undertakings, label: { en: Provided for by, de: Vorgesehen durch } }
  - { name: participants, label: { en: Who, de: Wer } }
  - name: frequency
    label: { en: Frequency, de: Häufigkeit }
    values:
      - { value: annual, label: { en: annual, de: jährlich } }
      - { value: regular, label: { en: regular, de: regelmäßig } }
  - { name: firstMeeting, label: { en: Planned meeting, de: Geplantes Treffen } }
  - { name: notStated, label: { en: Not stated, de: Nicht angegeben }, vocabulary: true }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {status: null, party: null, agreement: null}
MATCH (format:Format)
WHERE
  format.status IN ['planned', 'considered'] AND
  ($status IS NULL OR format.status = $status) AND
  NOT EXISTS { MATCH (:Event {status: 'held'})-[:INSTANCE_OF]->(format) } AND
  (
    $party IS NULL OR
    EXISTS { MATCH (format)<-[:PARTICIPATES_IN]-(:Entity)-[:PART_OF*0..3]->(:Entity {id: $party}) }
  ) AND
  (
    $agreement IS NULL OR
    EXISTS { MATCH (:Agreement {id: $agreement})-[:CONTAINS*0..1]->(:Entity)-[:PROVIDES_FOR]->(format) }
  )
WITH
  format,
  COLLECT {
    MATCH (undertaking:Entity)-[provides:PROVIDES_FOR]->(format)
    RETURN provides
    ORDER BY coalesce(undertaking.firmness, 0) DESC, undertaking.id
  } AS providing
WITH format, providing, coalesce(startNode(providing[0]).firmness, 0) AS firmness
RETURN
  format,
  format.kind AS kind,
  format.status AS status,
  COLLECT {
    UNWIND providing AS provides
    WITH startNode(provides) AS undertaking
    RETURN DISTINCT undertaking.modality AS modality
    ORDER BY modality
  } AS modalities,
  [provides IN providing | startNode(provides)] AS undertakings,
  COLLECT {
    MATCH (participant:Entity)-[:PARTICIPATES_IN]->(format)
    RETURN DISTINCT participant
    ORDER BY participant.id
  } AS participants,
  format.frequency AS frequency,
  COLLECT { MATCH (event:Event)-[:INSTANCE_OF]->(format) RETURN event ORDER BY event.dateFrom, event.id } AS firstMeeting,
  coalesce(format.notStated, []) AS notStated,
  providing +
  COLLECT { MATCH (:Entity)-[fact:PARTICIPATES_IN|INSTANCE_OF]->(format) RETURN fact ORDER BY fact.id } AS facts
ORDER BY firmness DESC, format.id
