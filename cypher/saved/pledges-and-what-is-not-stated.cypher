/* ---
id: pledges-and-what-is-not-stated
title:
  en: Pledges, sums, quantities and what is not stated
  de: Zusagen, Beträge, Mengen und was nicht angegeben ist
description:
  en: 'Support that is pledged or financed: by whom, for whom, which sum, what and how much of it, and what no source says about it.'
  de: 'Zugesagte oder finanzierte Unterstützung: von wem, für wen, welcher Betrag, was und wie viel davon, und was keine Quelle dazu sagt.'
tags: [money, support]
parameters:
  - name: givers
    kind: entities
    label: { en: Who gives, de: Wer gibt }
    description: { en: The organs of a state count as well., de: Die Organe eines Staates zählen mit. }
    types: [Country, Institution, Organisation, Instrument]
    required: false
  - name: beneficiary
    kind: entity
    label: { en: For whom, de: Für wen }
    types: [Country, Institution]
    required: false
  - name: amount
    kind: decimal
    label: { en: Sum at least, de: Betrag mindestens }
    description:
      en: In whatever currency; what has no sum in figures is left out then.
      de: In welcher Währung auch immer; was keinen Betrag in Ziffern hat, bleibt dann weg.
    min: 0
    required: false
  - name: missing
    kind: text
    label: { en: Not stated, de: Nicht angegeben }
    suggest: not-stated
    required: false
columns:
  - { name: subject, label: { en: What, de: Was } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: givers, label: { en: By, de: Von } }
  - { name: amount, label: { en: Amount, de: Betrag } }
  - { name: currency, label: { en: Currency, de: Währung } }
  - { name: item, label: { en: Item, de: Gegenstand } }
  - { name: quantity, label: { en: Quantity, de: Menge } }
  - { name: unit, label: { en: Unit, de: Einheit } }
  - { name: beneficiaries, label: { en: For whom, de: Für wen } }
  - { name: notStated, label: { en: Not stated, de: Nicht angegeben }, vocabulary: true }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {givers: null, beneficiary: 'ukraine', amount: null, missing: null}
CALL () {
  MATCH (subject:Pledge)
  RETURN subject
  UNION
  MATCH (:Entity)-[:FINANCES]->(subject:Entity)
  RETURN subject
}
OPTIONAL MATCH (:Entity)-[finances:FINANCES]->(subject)
OPTIONAL MATCH (subject)-[ofItem:OF_ITEM]->(item:Entity)
WITH
  subject,
  finances,
  ofItem,
  item,
  CASE
    WHEN finances IS NULL THEN COLLECT {
      MATCH (giver:Entity)-[:PLEDGES]->(subject)
      RETURN DISTINCT giver
      ORDER BY giver.id
    }
    ELSE [startNode(finances)]
  END AS givers,
  COLLECT { MATCH (subject)-[:BENEFITS]->(end:Entity) RETURN end ORDER BY end.id } AS named,
  COLLECT {
    MATCH (customer:Entity)-[:PARTY_TO {role: 'customer'}]->(subject)
    RETURN customer
    ORDER BY customer.id
  } AS customers
WITH
  subject,
  finances,
  ofItem,
  item,
  givers,
  CASE WHEN size(named) > 0 THEN named ELSE customers END AS beneficiaries
WHERE
  ($beneficiary IS NULL OR any(end IN beneficiaries WHERE end.id = $beneficiary)) AND
  ($amount IS NULL OR finances.amount >= $amount) AND
  ($missing IS NULL OR $missing IN subject.notStated) AND
  (
    $givers IS NULL OR
    any(
      giver IN givers
      WHERE EXISTS { MATCH (giver)-[:PART_OF*0..3]->(whole:Entity) WHERE whole.id IN $givers }
    )
  )
RETURN
  subject,
  subject.kind AS kind,
  coalesce(finances.status, subject.status) AS status,
  givers,
  coalesce(finances.amount, finances.amountAsWritten) AS amount,
  finances.currency AS currency,
  item,
  coalesce(ofItem.quantity, ofItem.quantityAsWritten) AS quantity,
  ofItem.unit AS unit,
  beneficiaries,
  coalesce(subject.notStated, []) AS notStated,
  coalesce(finances.attestedFrom, subject.attestedFrom) AS attestedFrom,
  [fact IN [finances, ofItem] WHERE fact IS NOT NULL] +
  COLLECT { MATCH (:Entity)-[fact:PLEDGES]->(subject) RETURN fact ORDER BY fact.id } +
  COLLECT {
    MATCH (subject)-[fact:BENEFITS|PARTY_TO]-(end:Entity)
    WHERE end IN beneficiaries
    RETURN fact
    ORDER BY fact.id
  } AS facts
ORDER BY subject.id, finances.id, item.id, ofItem.id
