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
    required: true
columns:
  - { name: common, label: { en: In common, de: Gemeinsam } }
  - { name: links, label: { en: Links, de: Verbindungen } }
  - { name: ofFirst, label: { en: Link to the first, de: Verbindung zum ersten } }
  - { name: ofSecond, label: { en: Link to the second, de: Verbindung zum zweiten } }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {first: 'germany', second: 'ukraine'}
MATCH (first:Entity {id: $first}), (second:Entity {id: $second})
MATCH (first)--(common:Entity)--(second)
WHERE common <> first AND common <> second AND NOT common:Source
WITH DISTINCT first, second, common
WITH
  common,
  COLLECT { MATCH (first)-[fact]-(common) RETURN fact ORDER BY fact.id } AS ofFirst,
  COLLECT { MATCH (second)-[fact]-(common) RETURN fact ORDER BY fact.id } AS ofSecond
RETURN common, size(ofFirst) + size(ofSecond) AS links, ofFirst, ofSecond
ORDER BY links DESC, common.id
