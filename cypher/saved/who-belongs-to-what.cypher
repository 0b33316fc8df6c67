/* ---
id: who-belongs-to-what
title:
  en: Members and candidates
  de: Mitglieder und Bewerber
description:
  en: Who is a member of which organisation or party, in which role, and who seeks to join.
  de: Wer welcher Organisation oder Partei angehört, in welcher Rolle, und wer beitreten will.
tags: [actors, organisations]
parameters:
  - name: body
    kind: entity
    label: { en: Organisation or party, de: Organisation oder Partei }
    types: [Organisation, Party]
    required: false
  - name: member
    kind: entity
    label: { en: Member, de: Mitglied }
    types: [Country, Person]
    required: false
columns:
  - { name: body, label: { en: Organisation or party, de: Organisation oder Partei } }
  - { name: member, label: { en: Who, de: Wer } }
  - name: belongs
    label: { en: How, de: Wie }
    values:
      - { value: member, label: { en: member, de: Mitglied } }
      - { value: founding-member, label: { en: founding member, de: Gründungsmitglied } }
      - { value: ally, label: { en: ally, de: Verbündeter } }
      - { value: candidate, label: { en: seeks to join, de: strebt Beitritt an } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: attestedTo, label: { en: Last attested, de: Zuletzt belegt } }
  - { name: grade, label: { en: Grade, de: Bewertung } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {body: 'eu', member: null}
MATCH (member:Entity)-[fact:MEMBER_OF|SEEKS_TO_JOIN]->(body:Entity)
WHERE ($body IS NULL OR body.id = $body) AND ($member IS NULL OR member.id = $member)
RETURN
  body,
  member,
  CASE WHEN type(fact) = 'SEEKS_TO_JOIN' THEN 'candidate' ELSE coalesce(fact.role, 'member') END AS belongs,
  fact.date AS date,
  fact.attestedFrom AS attestedFrom,
  fact.attestedTo AS attestedTo,
  fact.bestGrade AS grade,
  [fact] AS facts
ORDER BY body.id, type(fact), member.id, fact.id
