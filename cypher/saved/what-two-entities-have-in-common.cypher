/* ---
id: what-two-entities-have-in-common
title:
  en: What two entities have in common
  de: Was zwei Einträge gemeinsam haben
description:
  en: Everything that both are linked to, with what links each of them to it; documents are left out.
  de: Alles, womit beide verbunden sind, und wodurch; Dokumente bleiben außen vor.
tags: [comparison]
parameters:
  - name: first
    kind: entity
    label: { en: First, de: Erster Eintrag }
    required: true
  - name: second
    kind: entity
    label: { en: Second, de: Zweiter Eintrag }
    suggest: sharing-with-first
    required: true
  - name: organs
    kind: boolean
    label: { en: With their organs, de: Mit ihren Organen }
    description:
      en: What ministries and other organs of a state do counts as well.
      de: Was Ministerien und andere Organe eines Staates tun, zählt mit.
    default: false
    required: false
columns:
  - { name: common, label: { en: In common, de: Gemeinsam } }
  - { name: links, label: { en: Links, de: Verbindungen } }
  - { name: ofFirst, label: { en: Link to the first, de: Verbindung zum ersten } }
  - { name: ofSecond, label: { en: Link to the second, de: Verbindung zum zweiten } }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {first: 'germany', second: 'ukraine', organs: true}
MATCH (entity:Entity)
WHERE entity.id IN [$first, $second]
MATCH (actor:Entity)-[:PART_OF*0..3]->(entity)
WHERE actor = entity OR (coalesce($organs, false) AND actor:Institution)
WITH DISTINCT entity, actor
MATCH (actor)-[fact]-(common:Entity)
WHERE
  NOT common.id IN [$first, $second] AND
  NOT common:Source AND
  NOT (coalesce($organs, false) AND type(fact) = 'PART_OF' AND EXISTS { MATCH (common)-[:PART_OF*0..3]->(entity) })
WITH common, entity, fact
ORDER BY fact.id
WITH
  common,
  collect(DISTINCT CASE WHEN entity.id = $first THEN fact END) AS ofFirst,
  collect(DISTINCT CASE WHEN entity.id = $second THEN fact END) AS ofSecond
WHERE size(ofFirst) > 0 AND size(ofSecond) > 0
RETURN common, size(ofFirst) + size(ofSecond) AS links, ofFirst, ofSecond
ORDER BY links DESC, common.id
