/* ---
id: who-supplies-whom
title:
  en: Who supplies whom
  de: Wer wen beliefert
description:
  en: Companies with what they supply, under which contract, to which customer and for whom; also supplies for which no contract is known.
  de: Unternehmen mit dem, was sie liefern, nach welchem Vertrag, an welchen Auftraggeber und für wen; auch Lieferungen ohne bekannten Vertrag.
tags: [systems, industry]
parameters:
  - name: supplier
    kind: entity
    label: { en: Supplier, de: Lieferant }
    types: [Company, Organisation, Institution, Country]
    required: false
  - name: receiver
    kind: entity
    label: { en: Customer or beneficiary, de: Auftraggeber oder Begünstigter }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Country, Institution, Organisation, Company]
    required: false
  - name: basedIn
    kind: entity
    label: { en: Supplier based in, de: Sitz des Lieferanten }
    types: [Country]
    required: false
columns:
  - { name: supplier, label: { en: Supplier, de: Lieferant } }
  - { name: basedIn, label: { en: Based in, de: Sitz } }
  - { name: item, label: { en: What, de: Was } }
  - { name: quantity, label: { en: Quantity, de: Menge } }
  - { name: agreement, label: { en: Contract, de: Vertrag } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: customers, label: { en: Customer, de: Auftraggeber } }
  - { name: beneficiaries, label: { en: For whom, de: Für wen } }
  - { name: financedBy, label: { en: Financed by, de: Finanziert von } }
  - { name: notStated, label: { en: Not stated, de: Nicht angegeben }, vocabulary: true }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {supplier: null, receiver: 'ukraine', basedIn: null}
CALL () {
  MATCH (supplier:Entity)-[supplies:PARTY_TO {role: 'supplier'}]->(agreement:Agreement)
  OPTIONAL MATCH (agreement)-[ofItem:OF_ITEM]->(item:Entity)
  RETURN supplier, supplies, agreement, ofItem, item, agreement.status AS status
  UNION
  MATCH (supplier:Entity)-[supplies:SUPPLIES]->(item:Entity)
  RETURN supplier, supplies, null AS agreement, null AS ofItem, item, supplies.status AS status
}
WITH
  supplier,
  supplies,
  agreement,
  ofItem,
  item,
  status,
  COLLECT {
    MATCH (supplier)-[:BASED_IN]->(country:Entity)
    RETURN country
    ORDER BY country.id
  } AS basedIn,
  COLLECT {
    MATCH (customer:Entity)-[fact:PARTY_TO {role: 'customer'}]->(agreement)
    RETURN fact
    ORDER BY customer.id
  } AS buying,
  COLLECT { MATCH (agreement)-[fact:BENEFITS]->(end:Entity) RETURN fact ORDER BY end.id } AS benefiting,
  COLLECT { MATCH (financier:Entity)-[fact:FINANCES]->(agreement) RETURN fact ORDER BY financier.id } AS financing
WHERE
  ($supplier IS NULL OR supplier.id = $supplier) AND
  ($basedIn IS NULL OR any(country IN basedIn WHERE country.id = $basedIn)) AND
  (
    $receiver IS NULL OR
    any(
      end IN [fact IN buying | startNode(fact)] + [fact IN benefiting | endNode(fact)]
      WHERE EXISTS { MATCH (end)-[:PART_OF*0..3]->(:Entity {id: $receiver}) }
    )
  )
RETURN
  supplier,
  basedIn,
  item,
  coalesce(
    ofItem.quantityAsWritten,
    toString(ofItem.quantity) + CASE WHEN ofItem.unit IS NULL THEN '' ELSE ' ' + ofItem.unit END
  ) AS quantity,
  agreement,
  status,
  [fact IN buying | startNode(fact)] AS customers,
  [fact IN benefiting | endNode(fact)] AS beneficiaries,
  [fact IN financing | startNode(fact)] AS financedBy,
  coalesce(agreement.notStated, []) AS notStated,
  [fact IN [supplies, ofItem] WHERE fact IS NOT NULL] + buying + benefiting + financing +
  COLLECT { MATCH (supplier)-[fact:BASED_IN]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY supplier.id, agreement IS NULL, agreement.id, item.id, supplies.id, ofItem.id
