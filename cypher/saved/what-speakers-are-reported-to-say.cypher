/* ---
id: what-speakers-are-reported-to-say
title:
  en: What speakers are reported to say
  de: Was Sprecher laut Quellen sagen
description:
  en: Statements that a source only reports, by the person or body it ascribes them to, with their place in the source.
  de: Aussagen, die eine Quelle nur wiedergibt, nach Person oder Stelle, der sie sie zuschreibt, mit der Stelle in der Quelle.
tags: [persons, evidence]
parameters:
  - name: speaker
    kind: entity
    label: { en: Speaker, de: Wer spricht }
    types: [Person, Institution, Country, Organisation]
    required: false
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    required: false
  - name: form
    kind: enumeration
    label: { en: Form of speech, de: Redeform }
    values:
      - { value: direct, label: { en: direct speech, de: direkte Rede } }
      - { value: indirect, label: { en: indirect speech, de: indirekte Rede } }
    required: false
columns:
  - { name: speaker, label: { en: Who says so, de: Wer es sagt } }
  - { name: form, label: { en: Form, de: Form }, vocabulary: true }
  - { name: about, label: { en: About, de: Worüber } }
  - { name: statement, label: { en: Statement, de: Aussage } }
  - { name: source, label: { en: Source, de: Quelle } }
  - { name: place, label: { en: Place in it, de: Stelle } }
  - { name: asOf, label: { en: As of, de: Stand } }
  - { name: grade, label: { en: Grade, de: Bewertung } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {speaker: null, about: null, form: null}
CALL () {
  MATCH (entity:Entity)
  WHERE any(id IN entity.attributedTo WHERE id <> '')
  RETURN entity AS fact, entity AS from, null AS to
  UNION
  MATCH (from:Entity)-[fact]->(to:Entity)
  WHERE any(id IN fact.attributedTo WHERE id <> '')
  RETURN fact, from, to
}
WITH fact, from, to
WHERE $about IS NULL OR from.id = $about OR to.id = $about
UNWIND range(0, size(fact.attributedTo) - 1) AS item
WITH fact, from, to, item, CASE WHEN to IS NULL THEN null ELSE fact.form END AS form
WHERE fact.attributedTo[item] = coalesce($speaker, fact.attributedTo[item]) AND ($form IS NULL OR form = $form)
MATCH (speaker:Entity {id: fact.attributedTo[item]})
OPTIONAL MATCH (source:Source {id: fact.sources[item]})
RETURN
  speaker,
  form,
  CASE WHEN to IS NULL THEN [from] WHEN from = speaker THEN [to] ELSE [from, to] END AS about,
  fact.statements[item] AS statement,
  source,
  fact.locators[item] AS place,
  CASE WHEN fact.asOf[item] <> '' THEN fact.asOf[item] END AS asOf,
  fact.grades[item] AS grade,
  CASE WHEN to IS NULL THEN [] ELSE [fact] END AS facts
ORDER BY speaker.id, source.id, coalesce(toIntegerOrNull(substring(place, 1)), 0), place, fact.id, item
