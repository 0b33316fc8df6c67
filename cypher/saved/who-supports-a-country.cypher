/* ---
id: who-supports-a-country
title:
  en: Who supports a country and by what
  de: Wer einen Staat unterstützt und wodurch
description:
  en: 'Everything that benefits a state or its organs, or that somebody supports it by, and who stands behind it: pledges, contracts, missions, themes, money.'
  de: 'Alles, was einem Staat oder seinen Organen zugutekommt oder womit ihn jemand unterstützt, und wer dahintersteht: Zusagen, Verträge, Einsätze, Themen, Geld.'
tags: [money, support]
parameters:
  - name: country
    kind: entity
    label: { en: Country, de: Staat }
    types: [Country]
    required: true
  - name: supporter
    kind: entity
    label: { en: Supporter, de: Unterstützer }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Country, Institution, Organisation, Person, Instrument, Company]
    required: false
columns:
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: by, label: { en: By what, de: Wodurch } }
  - { name: supporters, label: { en: Who, de: Wer } }
  - { name: receiver, label: { en: For whom, de: Für wen } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: items, label: { en: Items, de: Gegenstände } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {country: 'ukraine', supporter: null}
MATCH (receiver:Entity)-[:PART_OF*0..3]->(:Country {id: $country})
WHERE receiver:Country OR receiver:Institution
WITH DISTINCT receiver
CALL (receiver) {
  MATCH (by:Entity)-[link:BENEFITS|PARTY_TO]-(receiver)
  WHERE type(link) = 'BENEFITS' OR link.role = 'customer'
  WITH receiver, by, link
  ORDER BY link.id
  WITH receiver, by, collect(link) AS links
  RETURN
    by,
    COLLECT {
      MATCH (supporter:Entity)-[act:PLEDGES|FINANCES|RUNS|SUPPORTS|PARTY_TO|PARTICIPATES_IN]->(by)
      WHERE supporter <> receiver AND NOT coalesce(act.role, '') IN ['supplier', 'customer']
      RETURN act
      ORDER BY supporter.id, act.id
    } AS acts,
    links
  UNION
  MATCH (supporter:Entity)-[act:SUPPORTS]->(receiver)
  RETURN null AS by, [act] AS acts, [] AS links
}
WITH
  receiver,
  by,
  acts,
  links,
  COLLECT { UNWIND acts AS act RETURN DISTINCT startNode(act) AS supporter ORDER BY supporter.id } AS supporters
WHERE
  $supporter IS NULL OR
  any(
    supporter IN supporters
    WHERE EXISTS { MATCH (supporter)-[:PART_OF*0..3]->(:Entity {id: $supporter}) }
  )
RETURN
  coalesce(head([label IN labels(by) WHERE label <> 'Entity']), 'SUPPORTS') AS type,
  by,
  supporters,
  receiver,
  coalesce(by.status, acts[0].status) AS status,
  COLLECT { MATCH (by)-[:OF_ITEM]->(item:Entity) RETURN item ORDER BY item.id } AS items,
  by.date AS date,
  links + acts + COLLECT { MATCH (by)-[fact:OF_ITEM]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY type, by.id, receiver.id, supporters[0].id, acts[0].id
