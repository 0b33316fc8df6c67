/* ---
id: undertakings-by-firmness
title:
  en: Undertakings by firmness
  de: Absichten nach Verbindlichkeit
description:
  en: All undertakings from firm (will) to loose (could), optionally on a theme with all that belongs to it.
  de: Alle Absichten von fest (werden) bis lose (könnte), auf Wunsch zu einem Thema mit allem, was dazugehört.
tags: [agreements, undertakings]
parameters:
  - name: theme
    kind: entity
    label: { en: Theme, de: Thema }
    description: { en: Narrower themes count as well., de: Engere Themen zählen mit. }
    types: [Theme]
    suggest: themes-of-agreement
    required: false
  - name: agreement
    kind: entity
    label: { en: Agreement, de: Vereinbarung }
    types: [Agreement]
    required: false
columns:
  - { name: firmness, label: { en: 'Firmness (8 firm, 1 loose)', de: 'Verbindlichkeit (8 fest, 1 lose)' } }
  - { name: modality, label: { en: Modality, de: Modalität }, vocabulary: true }
  - { name: verb, label: { en: Verb as written, de: Verb im Wortlaut } }
  - { name: undertaking, label: { en: Undertaking, de: Absicht } }
  - { name: condition, label: { en: Condition, de: Bedingung } }
  - { name: undertakenBy, label: { en: Undertaken by, de: Erklärt von } }
  - { name: themes, label: { en: Concerns, de: Betrifft } }
  - { name: paragraph, label: { en: Paragraph, de: Absatz } }
  - { name: agreement, label: { en: Agreement, de: Vereinbarung } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {theme: 'space', agreement: null}
MATCH (agreement:Agreement)-[contains:CONTAINS]->(undertaking:Commitment)
WHERE
  ($agreement IS NULL OR agreement.id = $agreement) AND
  (
    $theme IS NULL OR
    EXISTS { MATCH (undertaking)-[:CONCERNS]->(:Theme)-[:PART_OF*0..6]->(:Theme {id: $theme}) }
  )
RETURN
  undertaking.firmness AS firmness,
  undertaking.modality AS modality,
  undertaking.modalityAsWritten AS verb,
  undertaking,
  undertaking.condition AS condition,
  COLLECT {
    MATCH (actor:Entity)-[:COMMITS_TO]->(undertaking)
    RETURN DISTINCT actor
    ORDER BY actor.id
  } AS undertakenBy,
  COLLECT { MATCH (undertaking)-[:CONCERNS]->(theme:Entity) RETURN DISTINCT theme ORDER BY theme.id } AS themes,
  undertaking.paragraph AS paragraph,
  agreement,
  [contains] +
  COLLECT { MATCH (:Entity)-[fact:COMMITS_TO]->(undertaking) RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (undertaking)-[fact:CONCERNS]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY firmness DESC, agreement.id, coalesce(toIntegerOrNull(paragraph), 0), undertaking.id
