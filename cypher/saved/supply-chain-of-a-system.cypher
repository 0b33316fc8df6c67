/* ---
id: supply-chain-of-a-system
title:
  en: Supply chain of a system
  de: Lieferkette eines Systems
description:
  en: Who manages, supplies, orders, finances and pledges a system, its parts and variants, and who could build on it.
  de: Wer ein System führt, liefert, bestellt, finanziert und zusagt, seine Teile und Varianten, und wer darauf aufbauen könnte.
tags: [systems, industry]
parameters:
  - name: system
    kind: entity
    label: { en: System, de: System }
    types: [Programme, Theme]
    required: true
columns:
  - name: role
    label: { en: Role, de: Rolle }
    values:
      - { value: manages, label: { en: manages, de: führt } }
      - { value: takes-part, label: { en: takes part, de: beteiligt } }
      - { value: supplies, label: { en: supplies, de: liefert } }
      - { value: supplier, label: { en: supplier by contract, de: Lieferant laut Vertrag } }
      - { value: customer, label: { en: customer by contract, de: Auftraggeber laut Vertrag } }
      - { value: party, label: { en: party to the contract, de: Vertragspartei } }
      - { value: finances, label: { en: finances, de: finanziert } }
      - { value: pledges, label: { en: pledges, de: sagt zu } }
      - { value: component, label: { en: component, de: Komponente } }
      - { value: variant, label: { en: variant, de: Variante } }
      - { value: part, label: { en: part, de: Teil } }
      - { value: whole, label: { en: belongs to, de: gehört zu } }
      - { value: could-build-on, label: { en: could build on it, de: könnte darauf aufbauen } }
  - { name: actor, label: { en: Who or what, de: Wer oder was } }
  - { name: item, label: { en: System or part, de: System oder Teil } }
  - { name: via, label: { en: By, de: Durch } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: quantity, label: { en: Quantity, de: Menge } }
  - { name: basedIn, label: { en: Based in, de: Sitz } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameter first, for example :params {system: 'iris-t'}
MATCH (item:Entity)-[:PART_OF*0..5]->(system:Entity {id: $system})
WITH DISTINCT system, item
CALL (system, item) {
  MATCH (actor:Entity)-[fact:MANAGES]->(item)
  RETURN 1 AS place, 'manages' AS role, actor, item AS of, null AS via, fact.status AS status, [fact] AS facts
  UNION
  MATCH (actor:Entity)-[fact:PARTICIPATES_IN]->(item)
  RETURN 2 AS place, 'takes-part' AS role, actor, item AS of, null AS via, fact.status AS status, [fact] AS facts
  UNION
  MATCH (actor:Entity)-[fact:SUPPLIES]->(item)
  RETURN 3 AS place, 'supplies' AS role, actor, item AS of, null AS via, fact.status AS status, [fact] AS facts
  UNION
  MATCH (actor:Entity)-[fact:PARTY_TO]->(via:Agreement)-[ofItem:OF_ITEM]->(item)
  RETURN
    CASE fact.role WHEN 'supplier' THEN 4 WHEN 'customer' THEN 5 ELSE 6 END AS place,
    CASE WHEN fact.role IN ['supplier', 'customer'] THEN fact.role ELSE 'party' END AS role,
    actor,
    item AS of,
    via,
    via.status AS status,
    [fact, ofItem] AS facts
  UNION
  MATCH (actor:Entity)-[fact:FINANCES]->(item)
  RETURN 7 AS place, 'finances' AS role, actor, item AS of, null AS via, fact.status AS status, [fact] AS facts
  UNION
  MATCH (actor:Entity)-[fact:FINANCES]->(via:Entity)-[ofItem:OF_ITEM]->(item)
  RETURN 7 AS place, 'finances' AS role, actor, item AS of, via, fact.status AS status, [fact, ofItem] AS facts
  UNION
  MATCH (actor:Entity)-[fact:PLEDGES]->(via:Pledge)-[ofItem:OF_ITEM]->(item)
  RETURN
    8 AS place,
    'pledges' AS role,
    actor,
    item AS of,
    via,
    coalesce(fact.status, via.status) AS status,
    [fact, ofItem] AS facts
  UNION
  WITH item, system
  WHERE item <> system
  MATCH (item)-[fact:PART_OF]->(whole:Entity)-[:PART_OF*0..5]->(system)
  RETURN DISTINCT
    9 AS place,
    CASE WHEN fact.role IN ['component', 'variant'] THEN fact.role ELSE 'part' END AS role,
    item AS actor,
    whole AS of,
    null AS via,
    item.status AS status,
    [fact] AS facts
  UNION
  WITH item, system
  WHERE item = system
  MATCH (item)-[fact:PART_OF]->(whole:Entity)
  RETURN 10 AS place, 'whole' AS role, whole AS actor, item AS of, null AS via, whole.status AS status, [fact] AS facts
  UNION
  MATCH (actor:Entity)-[fact:COMMITS_TO]->(via:Commitment)-[buildsOn:BUILDS_ON]->(item)
  RETURN
    11 AS place,
    'could-build-on' AS role,
    actor,
    item AS of,
    via,
    via.modality AS status,
    [fact, buildsOn] AS facts
}
WITH
  place,
  role,
  actor,
  of AS item,
  via,
  status,
  facts,
  head([
    fact IN facts
    WHERE type(fact) = 'OF_ITEM' |
    coalesce(
      fact.quantityAsWritten,
      toString(fact.quantity) + CASE WHEN fact.unit IS NULL THEN '' ELSE ' ' + fact.unit END
    )
  ]) AS quantity
RETURN
  role,
  actor,
  item,
  via,
  status,
  quantity,
  COLLECT { MATCH (actor)-[:BASED_IN]->(country:Entity) RETURN country ORDER BY country.id } AS basedIn,
  facts
ORDER BY place, actor.id, item.id, via.id, facts[0].id
