/* ---
id: who-finances-what-for-whom
title:
  en: Who finances what for whom
  de: Wer finanziert was für wen
description:
  en: Every sum and promise of money, what it pays for, who supplies it and who benefits from it.
  de: Jede Summe und jede Zusage von Geld, wofür sie ist, wer liefert und wem sie zugutekommt.
tags: [money, support]
parameters:
  - name: financier
    kind: entity
    label: { en: Who finances, de: Wer finanziert }
    types: [Country, Organisation, Instrument]
    required: false
  - name: beneficiary
    kind: entity
    label: { en: For whom, de: Für wen }
    types: [Country, Institution]
    required: false
columns:
  - { name: financier, label: { en: Who finances, de: Wer finanziert } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: amount, label: { en: Amount, de: Betrag } }
  - { name: currency, label: { en: Currency, de: Währung } }
  - { name: subject, label: { en: What, de: Was } }
  - { name: items, label: { en: Item, de: Gegenstand } }
  - { name: quantities, label: { en: Quantity, de: Menge } }
  - { name: suppliers, label: { en: Supplier, de: Lieferant } }
  - { name: beneficiary, label: { en: For whom, de: Für wen } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {financier: null, beneficiary: 'ukraine'}
MATCH (financier:Entity)-[finances:FINANCES]->(subject:Entity)
WHERE $financier IS NULL OR financier.id = $financier
WITH
  financier,
  finances,
  subject,
  COLLECT { MATCH (subject)-[:BENEFITS]->(named:Entity) RETURN named ORDER BY named.id } AS named,
  COLLECT {
    MATCH (customer:Entity)-[:PARTY_TO {role: 'customer'}]->(subject)
    RETURN customer
    ORDER BY customer.id
  } AS customers
UNWIND CASE WHEN size(named) > 0 THEN named WHEN size(customers) > 0 THEN customers ELSE [null] END AS beneficiary
WITH financier, finances, subject, beneficiary
WHERE $beneficiary IS NULL OR beneficiary.id = $beneficiary
RETURN
  financier,
  finances.status AS status,
  coalesce(finances.amount, finances.amountAsWritten) AS amount,
  finances.currency AS currency,
  subject,
  COLLECT { MATCH (subject)-[:OF_ITEM]->(item:Entity) RETURN item ORDER BY item.id } AS items,
  COLLECT {
    MATCH (subject)-[ofItem:OF_ITEM]->(item:Entity)
    WITH
      item,
      coalesce(
        ofItem.quantityAsWritten,
        toString(ofItem.quantity) + CASE WHEN ofItem.unit IS NULL THEN '' ELSE ' ' + ofItem.unit END
      ) AS quantity
    WHERE quantity IS NOT NULL
    RETURN quantity
    ORDER BY item.id
  } AS quantities,
  COLLECT {
    MATCH (supplier:Entity)-[:PARTY_TO {role: 'supplier'}]->(subject)
    RETURN supplier
    ORDER BY supplier.id
  } AS suppliers,
  beneficiary,
  [finances] +
  COLLECT {
    MATCH (subject)-[fact:BENEFITS|OF_ITEM]->(end:Entity)
    WHERE type(fact) = 'OF_ITEM' OR end = beneficiary
    RETURN fact
    ORDER BY fact.id
  } +
  COLLECT { MATCH (:Entity)-[fact:PARTY_TO]->(subject) RETURN fact ORDER BY fact.id } AS facts
ORDER BY financier.id, subject.id, beneficiary.id, finances.id
