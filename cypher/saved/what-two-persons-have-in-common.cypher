/* ---
id: what-two-persons-have-in-common
title:
  en: What two persons have in common
  de: Was zwei Personen gemeinsam haben
description:
  en: Offices, bodies, states, parties, agreements, events and whatever else both are linked to, directly, by their office or by whom they act for.
  de: 'Ämter, Stellen, Staaten, Parteien, Vereinbarungen, Ereignisse und alles, womit beide verbunden sind: selbst, durch ihr Amt oder durch die, für die sie handeln.'
tags: [persons, comparison]
parameters:
  - name: first
    kind: entity
    label: { en: First person, de: Erste Person }
    types: [Person]
    required: true
  - name: second
    kind: entity
    label: { en: Second person, de: Zweite Person }
    types: [Person]
    required: true
  - name: states
    kind: boolean
    label: { en: Through their states as well, de: Auch durch ihre Staaten }
    description:
      en: What the states and bodies whose offices they hold are party to, member of or part of.
      de: Wovon die Staaten und Stellen, deren Ämter sie haben, Partei, Mitglied oder Teilnehmer sind.
    default: false
    required: false
columns:
  - name: kind
    label: { en: Kind, de: Art }
    values:
      - { value: office, label: { en: the same office, de: gleiches Amt } }
      - { value: body, label: { en: body, de: Stelle } }
      - { value: state, label: { en: state, de: Staat } }
      - { value: party, label: { en: party, de: Partei } }
      - { value: organisation, label: { en: organisation, de: Organisation } }
      - { value: agreement, label: { en: agreement, de: Vereinbarung } }
      - { value: event, label: { en: event, de: Ereignis } }
      - { value: format, label: { en: format, de: Format } }
      - { value: support, label: { en: support, de: Unterstützung } }
      - { value: other, label: { en: other, de: Anderes } }
  - { name: common, label: { en: In common, de: Gemeinsam } }
  - { name: office, label: { en: Office, de: Amt }, vocabulary: true }
  - { name: ofFirst, label: { en: Link to the first, de: Verbindung zur ersten } }
  - { name: ofSecond, label: { en: Link to the second, de: Verbindung zur zweiten } }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {first: 'friedrich-merz', second: 'boris-pistorius', states: false}
MATCH (person:Person)
WHERE person.id IN [$first, $second]
CALL (person) {
  MATCH (person)-[holds:HOLDS_OFFICE]->(:Entity)
  RETURN null AS common, holds.office AS office, 1 AS steps, [holds] AS facts
  UNION
  MATCH (person)-[holds:HOLDS_OFFICE]->(body:Entity)
  MATCH chain = (body)-[:PART_OF*0..4]->(common:Entity)
  RETURN common, null AS office, 1 + length(chain) AS steps, [holds] + relationships(chain) AS facts
  UNION
  MATCH (person)-[fact]-(common:Entity)
  WHERE NOT type(fact) IN ['HOLDS_OFFICE', 'PUBLISHES', 'CITES']
  RETURN common, null AS office, 1 AS steps, [fact] AS facts
  UNION
  MATCH (person)-[fact:PARTICIPATES_IN]->(event:Entity)
  MATCH chain = (event)-[:PART_OF|INSTANCE_OF*1..3]->(common:Entity)
  RETURN common, null AS office, 1 + length(chain) AS steps, [fact] + relationships(chain) AS facts
  UNION
  MATCH (person)-[fact:SIGNED|ANNOUNCED]->(:Entity)-[occasion:SIGNED_AT|ANNOUNCED_AT]->(event:Event)
  MATCH chain = (event)-[:PART_OF|INSTANCE_OF*0..3]->(common:Entity)
  RETURN common, null AS office, 2 + length(chain) AS steps, [fact, occasion] + relationships(chain) AS facts
  UNION
  MATCH (person)-[fact:SIGNED|ANNOUNCED]->(:Entity)
  UNWIND coalesce(fact.onBehalfOf, []) AS id
  MATCH chain = (:Entity {id: id})-[:PART_OF*0..4]->(common:Entity)
  RETURN common, null AS office, 5 + length(chain) AS steps, [fact] + relationships(chain) AS facts
  UNION
  MATCH (person)-[holds:HOLDS_OFFICE]->(body:Entity)
  MATCH chain = (body)-[:PART_OF*0..4]->(holder:Entity)
  MATCH (holder)-[link:MEMBER_OF|PARTY_TO|PARTICIPATES_IN]->(common:Entity)
  WHERE $states
  RETURN common, null AS office, 10 + length(chain) AS steps, [holds] + relationships(chain) + [link] AS facts
}
// Only the shortest way from each person to each thing.
WITH person, common, office, min(steps) AS least, collect({steps: steps, facts: facts}) AS chains
UNWIND [chain IN chains WHERE chain.steps = least | chain.facts] AS facts
UNWIND facts AS fact
WITH
  common,
  office,
  collect(DISTINCT CASE WHEN person.id = $first THEN fact END) AS ofFirst,
  collect(DISTINCT CASE WHEN person.id = $second THEN fact END) AS ofSecond
WHERE size(ofFirst) > 0 AND size(ofSecond) > 0 AND NOT coalesce(common.id IN [$first, $second], false)
WITH
  common,
  office,
  ofFirst,
  ofSecond,
  CASE
    WHEN office IS NOT NULL THEN 'office'
    WHEN common:Institution THEN 'body'
    WHEN common:Country THEN 'state'
    WHEN common:Party THEN 'party'
    WHEN common:Organisation THEN 'organisation'
    WHEN common:Agreement THEN 'agreement'
    WHEN common:Event THEN 'event'
    WHEN common:Format THEN 'format'
    WHEN common:Pledge THEN 'support'
    ELSE 'other'
  END AS kind
RETURN
  kind,
  common,
  office,
  COLLECT { UNWIND ofFirst AS fact RETURN fact ORDER BY fact.id } AS ofFirst,
  COLLECT { UNWIND ofSecond AS fact RETURN fact ORDER BY fact.id } AS ofSecond
ORDER BY
  CASE kind
    WHEN 'office' THEN 1
    WHEN 'body' THEN 2
    WHEN 'state' THEN 3
    WHEN 'party' THEN 4
    WHEN 'organisation' THEN 5
    WHEN 'agreement' THEN 6
    WHEN 'event' THEN 7
    WHEN 'format' THEN 8
    WHEN 'support' THEN 9
    ELSE 10
  END,
  office,
  common.id
