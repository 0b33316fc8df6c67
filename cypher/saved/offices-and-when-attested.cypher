/* ---
id: offices-and-when-attested
title:
  en: Offices and when they are attested
  de: Ämter und wann sie belegt sind
description:
  en: Who holds which office where, since when as far as a source says, and from when to when sources say so. No start is invented.
  de: Wer wo welches Amt hat, seit wann, soweit eine Quelle es sagt, und von wann bis wann Quellen es belegen. Kein Beginn ist erfunden.
tags: [persons, time]
parameters:
  - name: office
    kind: text
    label: { en: Office, de: Amt }
    suggest: offices
    required: false
  - name: body
    kind: entity
    label: { en: Where, de: Wo }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Country, Institution, Organisation]
    required: false
  - name: attested
    kind: edtf
    label: { en: Attested in, de: Belegt in }
    description:
      en: Offices whose first to last attestation touches that time.
      de: Ämter, deren Zeit vom ersten bis zum letzten Beleg diese Zeit berührt.
    required: false
columns:
  - { name: office, label: { en: Office, de: Amt }, vocabulary: true }
  - { name: person, label: { en: Person, de: Person } }
  - { name: body, label: { en: Where, de: Wo } }
  - { name: state, label: { en: State, de: Staat } }
  - { name: date, label: { en: 'Since, as stated', de: 'Seit, laut Quelle' } }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: attestedTo, label: { en: Last attested, de: Zuletzt belegt } }
  - { name: sources, label: { en: Sources, de: Quellen } }
  - { name: grade, label: { en: Grade, de: Bewertung } }
  - { name: parties, label: { en: Party, de: Partei } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {office: null, body: 'germany', attested: null}
MATCH (person:Person)-[holds:HOLDS_OFFICE]->(body:Entity)
WHERE
  ($office IS NULL OR holds.office = $office) AND
  ($body IS NULL OR EXISTS { MATCH (body)-[:PART_OF*0..4]->(:Entity {id: $body}) }) AND
  (
    $attested IS NULL OR
    (holds.attestedFrom <= coalesce($attested.to, holds.attestedFrom) AND
      holds.attestedTo >= coalesce($attested.from, holds.attestedTo))
  )
RETURN
  holds.office AS office,
  person,
  body,
  head(COLLECT { MATCH (body)-[:PART_OF*0..4]->(state:Country) RETURN state ORDER BY state.id }) AS state,
  holds.date AS date,
  holds.attestedFrom AS attestedFrom,
  holds.attestedTo AS attestedTo,
  holds.sourceCount AS sources,
  holds.bestGrade AS grade,
  COLLECT { MATCH (person)-[:MEMBER_OF]->(party:Party) RETURN party ORDER BY party.id } AS parties,
  [holds] +
  COLLECT { MATCH (person)-[fact:MEMBER_OF]->(:Party) RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (body)-[fact:PART_OF]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY office, body.id, person.id, holds.id
