/* ---
id: where-sources-differ
title:
  en: Where sources differ
  de: Wo Quellen voneinander abweichen
description:
  en: On the same matter, each value that a source gives, who says so, how well it is graded, and which value this database holds.
  de: Zur selben Sache jeder Wert, den eine Quelle angibt, wer ihn nennt, wie er bewertet ist und welchen Wert diese Datenbank führt.
tags: [evidence, sources]
parameters:
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    description: { en: It and its relations., de: Der Eintrag und seine Beziehungen. }
    required: false
  - name: field
    kind: text
    label: { en: Property, de: Eigenschaft }
    suggest: disputed-fields
    required: false
  - name: source
    kind: entity
    label: { en: Source that differs, de: Abweichende Quelle }
    types: [Source]
    required: false
columns:
  - { name: what, label: { en: What, de: Was } }
  - name: field
    label: { en: Property, de: Eigenschaft }
    values:
      - { value: status, label: { en: status, de: Status } }
      - { value: modality, label: { en: modality, de: Modalität } }
      - { value: name, label: { en: name, de: Name } }
      - { value: date, label: { en: date, de: Datum } }
      - { value: role, label: { en: role, de: Rolle } }
      - { value: amount, label: { en: amount, de: Betrag } }
      - { value: quantity, label: { en: quantity, de: Menge } }
      - { value: quantityAsWritten, label: { en: quantity as written, de: Menge im Wortlaut } }
      - { value: condition, label: { en: condition, de: Bedingung } }
      - { value: frequency, label: { en: frequency, de: Häufigkeit } }
      - { value: legallyBinding, label: { en: legally binding, de: rechtlich bindend } }
      - { value: office, label: { en: office, de: Amt } }
      - { value: scope, label: { en: scope, de: Umfang } }
  - { name: value, label: { en: Value, de: Wert }, vocabulary: true }
  - { name: held, label: { en: Held here, de: Hier geführt } }
  - { name: sources, label: { en: Who says so, de: Wer es sagt } }
  - { name: places, label: { en: Places, de: Stellen } }
  - { name: grade, label: { en: Best grade, de: Beste Bewertung } }
  - { name: statements, label: { en: Statements, de: Aussagen } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {about: null, field: 'status', source: null}
CALL () {
  MATCH (what:Entity)
  WHERE what.disputed
  RETURN what, what.id AS from, null AS to
  UNION
  MATCH (from:Entity)-[what]->(to:Entity)
  WHERE what.disputed
  RETURN what, from.id AS from, to.id AS to
}
WITH what, from, to
WHERE $about IS NULL OR from = $about OR to = $about
UNWIND range(0, size(what.fields) - 1) AS item
WITH what, to, item, what.fields[item] AS field
WHERE field <> '' AND ($field IS NULL OR field = $field)
WITH
  what,
  to,
  field,
  collect(DISTINCT what.values[item]) AS values,
  collect(item) AS items
WHERE size(values) > 1 AND ($source IS NULL OR any(item IN items WHERE what.sources[item] = $source))
UNWIND values AS value
WITH what, to, field, value, [item IN items WHERE what.values[item] = value] AS items
RETURN
  what,
  field,
  value,
  CASE field WHEN 'name' THEN value IN what.allNames ELSE toString(properties(what)[field]) = value END AS held,
  COLLECT {
    UNWIND items AS item
    MATCH (source:Source {id: what.sources[item]})
    RETURN DISTINCT source
    ORDER BY source.id
  } AS sources,
  [item IN items | what.locators[item]] AS places,
  head(COLLECT { UNWIND items AS item RETURN what.grades[item] AS grade ORDER BY grade LIMIT 1 }) AS grade,
  [item IN items | what.statements[item]] AS statements,
  CASE WHEN to IS NULL THEN [] ELSE [what] END AS facts
ORDER BY to IS NOT NULL, what.id, field, grade, value
