/* ---
id: ten-thousand-rows
title: { en: Ten thousand rows, de: Zehntausend Zeilen }
description:
  en: As many rows as an answer may have, with every kind of cell.
  de: So viele Zeilen, wie eine Antwort haben darf, mit jeder Art von Zelle.
tags: [bench]
parameters:
  - name: rows
    kind: integer
    label: { en: Rows, de: Zeilen }
    required: true
    default: 10000
    min: 1
    max: 20000
columns:
  - { name: number, label: { en: Number, de: Nummer } }
  - { name: who, label: { en: Who, de: Wer } }
  - { name: day, label: { en: Day, de: Tag } }
  - { name: long, label: { en: Long number, de: Lange Zahl } }
  - { name: formula, label: { en: Text, de: Text } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: those, label: { en: Those, de: Jene } }
  - { name: facts, label: { en: Facts, de: Fakten } }
show: both
rowLimit: 10000
--- */
// In Neo4j Browser set the parameter first, for example :params {rows: 100}
MATCH (entity:Entity)
WITH entity
ORDER BY entity.id
LIMIT 200
WITH collect(entity) AS entities
UNWIND range(1, $rows) AS number
WITH number, entities, entities[number % size(entities)] AS who
RETURN
  number,
  who,
  date('2026-01-01') + duration({days: number % 365}) AS day,
  9007199254740993 + number AS long,
  CASE number % 3 WHEN 0 THEN '=1+1' WHEN 1 THEN 'Zeile ' + toString(number) ELSE 'a longer text that goes on for some words' END
    AS formula,
  CASE number % 2 WHEN 0 THEN 'promised' ELSE 'signed' END AS status,
  [entities[number % 7], entities[number % 11]] AS those,
  COLLECT { MATCH (who)-[fact]->(:Entity) RETURN fact ORDER BY fact.id LIMIT 2 } AS facts
ORDER BY number
