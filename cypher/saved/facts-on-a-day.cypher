/* ---
id: facts-on-a-day
title:
  en: What is known of an entity on a day
  de: Was über einen Eintrag an einem Tag gilt
description:
  en: Each relation of an entity and whether it holds on a day, is over, still to come, attested by then, not yet attested or undated.
  de: Jede Beziehung eines Eintrags und ob sie an einem Tag gilt, vorbei ist, erst kommt, bis dahin belegt ist, noch nicht belegt oder undatiert ist.
tags: [time]
parameters:
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    required: true
  - name: day
    kind: date
    label: { en: Day, de: Tag }
    required: true
  - name: state
    kind: enumeration
    label: { en: Only, de: Nur }
    values:
      - { value: holds, label: { en: holds, de: gilt } }
      - { value: over, label: { en: over, de: vorbei } }
      - { value: to-come, label: { en: to come, de: kommt noch } }
      - { value: attested, label: { en: attested by then, de: bis dahin belegt } }
      - { value: not-yet-attested, label: { en: not yet attested, de: noch nicht belegt } }
      - { value: undated, label: { en: undated, de: undatiert } }
    required: false
columns:
  - name: state
    label: { en: On that day, de: An diesem Tag }
    values:
      - { value: holds, label: { en: holds, de: gilt } }
      - { value: over, label: { en: over, de: vorbei } }
      - { value: to-come, label: { en: to come, de: kommt noch } }
      - { value: attested, label: { en: attested by then, de: bis dahin belegt } }
      - { value: not-yet-attested, label: { en: not yet attested, de: noch nicht belegt } }
      - { value: undated, label: { en: undated, de: undatiert } }
  - { name: fact, label: { en: Relation, de: Beziehung } }
  - { name: other, label: { en: With, de: Mit } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: attestedTo, label: { en: Last attested, de: Zuletzt belegt } }
  - { name: grade, label: { en: Grade, de: Bewertung } }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {about: 'germany', state: null} and :param day => date('2026-03-01')
MATCH (entity:Entity {id: $about})-[fact]-(other:Entity)
WHERE NOT type(fact) IN ['PUBLISHES', 'CITES']
WITH DISTINCT
  entity,
  fact,
  other,
  type(fact) IN ['SIGNED', 'SIGNED_AT', 'ANNOUNCED', 'ANNOUNCED_AT', 'COMMENTS_ON', 'FOLLOWS'] AS isMomentary
WITH
  fact,
  other,
  // A momentary fact is over the day after; a lasting one with a single date has no stated end.
  CASE
    WHEN fact.date IS NULL THEN
      CASE
        WHEN fact.attestedFrom IS NULL THEN 'undated'
        WHEN fact.attestedFrom <= $day THEN 'attested'
        ELSE 'not-yet-attested'
      END
    WHEN fact.dateFrom > $day THEN 'to-come'
    WHEN (isMomentary OR fact.date CONTAINS '/') AND fact.dateTo < $day THEN 'over'
    ELSE 'holds'
  END AS state
WHERE $state IS NULL OR state = $state
RETURN
  state,
  fact,
  other,
  fact.date AS date,
  fact.attestedFrom AS attestedFrom,
  fact.attestedTo AS attestedTo,
  fact.bestGrade AS grade
ORDER BY
  CASE state
    WHEN 'holds' THEN 1
    WHEN 'attested' THEN 2
    WHEN 'to-come' THEN 3
    WHEN 'over' THEN 4
    WHEN 'not-yet-attested' THEN 5
    ELSE 6
  END,
  type(fact),
  other.id,
  fact.id
