/* ---
id: everything-one-source-says
title:
  en: Everything one source says
  de: Alles, was eine Quelle sagt
description:
  en: Each statement that rests on a source, in the order of the document, with what it is about, who is quoted and how certain it is.
  de: Jede Aussage, die auf einer Quelle beruht, in der Reihenfolge des Dokuments, mit Gegenstand, Sprecher und Gewissheit.
tags: [evidence, sources]
parameters:
  - name: source
    kind: entity
    label: { en: Source, de: Quelle }
    types: [Source]
    required: true
  - name: place
    kind: text
    label: { en: Place in it, de: Stelle }
    description:
      en: 'As the document counts: §9, ¶2, title, preamble, signature.'
      de: 'Wie das Dokument zählt: §9, ¶2, title, preamble, signature.'
    suggest: places-in-source
    required: false
  - name: speaker
    kind: entity
    label: { en: Only as said by, de: Nur als Aussage von }
    types: [Person, Institution, Country, Organisation]
    required: false
columns:
  - { name: place, label: { en: Place, de: Stelle } }
  - { name: statement, label: { en: Statement, de: Aussage } }
  - { name: what, label: { en: About, de: Worüber } }
  - { name: speaker, label: { en: Said by, de: Gesagt von } }
  - { name: certainty, label: { en: Certainty, de: Gewissheit }, vocabulary: true }
  - { name: grade, label: { en: Grade, de: Bewertung } }
  - { name: asOf, label: { en: As of, de: Stand } }
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
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 5000
--- */
// In Neo4j Browser set the parameters first, for example :params {source: 'duitslandweb-2026-04-15', place: null, speaker: null}
CALL () {
  MATCH (what:Entity)
  WHERE $source IN what.sources
  RETURN what, false AS isRelation
  UNION
  MATCH (:Entity)-[what]->(:Entity)
  WHERE $source IN what.sources
  RETURN what, true AS isRelation
}
UNWIND range(0, size(what.sources) - 1) AS item
WITH what, isRelation, item, what.locators[item] AS place
WHERE
  what.sources[item] = $source AND
  ($place IS NULL OR place = $place) AND
  ($speaker IS NULL OR what.attributedTo[item] = $speaker)
OPTIONAL MATCH (speaker:Entity {id: what.attributedTo[item]})
RETURN
  place,
  what.statements[item] AS statement,
  what,
  speaker,
  what.certainties[item] AS certainty,
  what.grades[item] AS grade,
  CASE WHEN what.asOf[item] <> '' THEN what.asOf[item] END AS asOf,
  CASE WHEN what.fields[item] <> '' THEN what.fields[item] END AS field,
  CASE WHEN what.fields[item] <> '' THEN what.values[item] END AS value,
  CASE WHEN isRelation THEN [what] ELSE [] END AS facts
ORDER BY
  CASE place
    WHEN 'title' THEN 0
    WHEN 'byline' THEN 1
    WHEN 'preamble' THEN 2
    WHEN 'signature' THEN 4
    ELSE 3
  END,
  coalesce(toIntegerOrNull(substring(place, 1)), 0),
  place,
  isRelation,
  what.id,
  item
