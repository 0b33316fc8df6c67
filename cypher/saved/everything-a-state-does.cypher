/* ---
id: everything-a-state-does
title:
  en: Everything a state does
  de: Alles, was ein Staat tut
description:
  en: 'What a state, its organs and whoever signs or announces for it do: undertakings, money, pledges, memberships, meetings, programmes, cooperation.'
  de: 'Was ein Staat, seine Organe und alle, die für ihn unterzeichnen oder ankündigen, tun: Absichten, Geld, Zusagen, Mitgliedschaften, Treffen, Programme, Zusammenarbeit.'
tags: [actors, overview]
parameters:
  - name: state
    kind: entity
    label: { en: State, de: Staat }
    types: [Country]
    required: true
  - name: relations
    kind: relationTypes
    label: { en: Only these relations, de: Nur diese Beziehungen }
    required: false
  - name: holders
    kind: boolean
    label: { en: Office holders as well, de: Auch Amtsinhaber }
    description:
      en: What the holders of offices of the state and its organs do and say themselves.
      de: Was Inhaber von Ämtern des Staates und seiner Organe selbst tun und sagen.
    default: false
    required: false
columns:
  - { name: actor, label: { en: Who, de: Wer } }
  - { name: does, label: { en: Does, de: Tut }, vocabulary: true }
  - { name: what, label: { en: What, de: Was } }
  - { name: role, label: { en: Role, de: Rolle }, vocabulary: true }
  - { name: status, label: { en: Status or modality, de: Status oder Modalität }, vocabulary: true }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: through, label: { en: Through, de: Durch } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 2000
--- */
// In Neo4j Browser set the parameters first, for example :params {state: 'germany', relations: null, holders: false}
MATCH (organ:Entity)-[:PART_OF*0..3]->(state:Country {id: $state})
WHERE organ:Country OR organ:Institution
WITH state, collect(DISTINCT organ) AS organs
CALL (state, organs) {
  UNWIND organs AS actor
  MATCH (actor)-[fact]->(what:Entity)
  WHERE NOT type(fact) IN ['PART_OF', 'PUBLISHES', 'CITES']
  RETURN CASE WHEN actor = state THEN 1 ELSE 2 END AS place, actor, fact, what
  UNION
  UNWIND organs AS actor
  MATCH (actor)<-[fact:COOPERATES_WITH]-(what:Entity)
  RETURN CASE WHEN actor = state THEN 1 ELSE 2 END AS place, actor, fact, what
  UNION
  WITH [organ IN organs | organ.id] AS ids
  MATCH (actor:Person|Institution)-[fact:SIGNED|ANNOUNCED]->(what:Entity)
  WHERE any(id IN fact.onBehalfOf WHERE id IN ids) AND NOT actor.id IN ids
  RETURN 3 AS place, actor, fact, what
  UNION
  UNWIND organs AS organ
  MATCH (actor:Person)-[:HOLDS_OFFICE]->(organ)
  MATCH (actor)-[fact]->(what:Entity)
  WHERE $holders AND NOT type(fact) IN ['HOLDS_OFFICE', 'PUBLISHES', 'CITES']
  RETURN 3 AS place, actor, fact, what
}
WITH place, actor, fact, what
WHERE $relations IS NULL OR type(fact) IN $relations
RETURN
  actor,
  type(fact) AS does,
  what,
  fact.role AS role,
  coalesce(fact.status, what.status, what.modality) AS status,
  coalesce(fact.date, what.date) AS date,
  COLLECT {
    UNWIND coalesce(fact.through, fact.onBehalfOf, []) AS id
    MATCH (through:Entity {id: id})
    RETURN through
    ORDER BY through.id
  } AS through,
  [fact] AS facts
ORDER BY
  place,
  actor.id,
  CASE does
    WHEN 'MEMBER_OF' THEN 1
    WHEN 'SEEKS_TO_JOIN' THEN 2
    WHEN 'PARTY_TO' THEN 3
    WHEN 'SIGNED' THEN 4
    WHEN 'PLEDGES' THEN 5
    WHEN 'FINANCES' THEN 6
    WHEN 'ANNOUNCED' THEN 7
    WHEN 'SUPPORTS' THEN 8
    WHEN 'COOPERATES_WITH' THEN 9
    WHEN 'PARTICIPATES_IN' THEN 10
    WHEN 'COMMITS_TO' THEN 12
    WHEN 'COMMENTS_ON' THEN 13
    ELSE 11
  END,
  does,
  coalesce(what.firmness, 0) DESC,
  what.id,
  fact.id
