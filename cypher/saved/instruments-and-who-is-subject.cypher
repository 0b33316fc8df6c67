/* ---
id: instruments-and-who-is-subject
title:
  en: Instruments and who is subject to them
  de: Instrumente und wen sie erfassen
description:
  en: 'Funds, directives, strategies and other instruments: who runs them, whom they govern, what they concern and which undertakings use them or stand within them.'
  de: 'Fonds, Richtlinien, Strategien und andere Instrumente: wer sie betreibt, wen sie erfassen, was sie betreffen und welche Absichten sie nutzen oder in ihrem Rahmen stehen.'
tags: [agreements, instruments]
parameters:
  - name: kind
    kind: enumeration
    label: { en: Kind, de: Art }
    values:
      - { value: fund, label: { en: fund, de: Fonds } }
      - { value: mechanism, label: { en: mechanism, de: Mechanismus } }
      - { value: strategy, label: { en: strategy, de: Strategie } }
      - { value: directive, label: { en: directive, de: Richtlinie } }
      - { value: toolbox, label: { en: toolbox, de: Instrumentarium } }
      - { value: targets, label: { en: targets, de: Ziele } }
      - { value: plan, label: { en: plan, de: Plan } }
      - { value: process, label: { en: process, de: Prozess } }
      - { value: initiative, label: { en: initiative, de: Initiative } }
      - { value: facility, label: { en: facility, de: Einrichtung } }
    required: false
  - name: subject
    kind: entity
    label: { en: Who is subject, de: Wer erfasst ist }
    description: { en: A state counts with its organs., de: Ein Staat zählt mit seinen Organen. }
    types: [Institution, Organisation, Country]
    required: false
columns:
  - { name: instrument, label: { en: Instrument, de: Instrument } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: runBy, label: { en: Run by, de: Betrieben von } }
  - { name: governs, label: { en: Governs, de: Erfasst } }
  - { name: concerns, label: { en: Concerns, de: Betrifft } }
  - { name: usedBy, label: { en: Used by, de: Genutzt von } }
  - { name: frameworkFor, label: { en: Framework for, de: Rahmen für } }
  - { name: celex, label: { en: CELEX number, de: CELEX-Nummer } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {kind: null, subject: null}
MATCH (instrument:Instrument)
WHERE
  ($kind IS NULL OR instrument.kind = $kind) AND
  (
    $subject IS NULL OR
    EXISTS { MATCH (instrument)-[:GOVERNS]->(:Entity)-[:PART_OF*0..4]->(:Entity {id: $subject}) }
  )
RETURN
  instrument,
  instrument.kind AS kind,
  COLLECT { MATCH (runner:Entity)-[:RUNS]->(instrument) RETURN runner ORDER BY runner.id } AS runBy,
  COLLECT { MATCH (instrument)-[:GOVERNS]->(governed:Entity) RETURN governed ORDER BY governed.id } AS governs,
  COLLECT { MATCH (instrument)-[:CONCERNS]->(matter:Entity) RETURN matter ORDER BY matter.id } AS concerns,
  COLLECT { MATCH (user:Entity)-[:USES]->(instrument) RETURN user ORDER BY user.id } AS usedBy,
  COLLECT { MATCH (framed:Entity)-[:WITHIN]->(instrument) RETURN framed ORDER BY framed.id } AS frameworkFor,
  instrument.celex AS celex,
  COLLECT {
    MATCH (instrument)-[fact:RUNS|GOVERNS|CONCERNS|USES|WITHIN]-(:Entity)
    RETURN fact
    ORDER BY fact.id
  } AS facts
ORDER BY size(governs) > 0 DESC, kind, instrument.id
