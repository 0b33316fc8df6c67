/* ---
id: everything-on-a-theme
title:
  en: Everything on a theme
  de: Alles zu einem Thema
description:
  en: Agreements, undertakings, pledges, formats, events and instruments that concern a theme or a narrower one, and who supports or comments on it.
  de: Vereinbarungen, Absichten, Zusagen, Formate, Ereignisse und Instrumente zu einem Thema oder einem engeren, und wer es unterstützt oder sich dazu äußert.
tags: [undertakings, themes]
parameters:
  - name: theme
    kind: entity
    label: { en: Theme, de: Thema }
    types: [Theme]
    required: true
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    required: false
  - name: narrower
    kind: boolean
    label: { en: With narrower themes, de: Mit engeren Themen }
    default: true
    required: false
columns:
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: what, label: { en: What, de: Was } }
  - { name: link, label: { en: How, de: Wie }, vocabulary: true }
  - { name: theme, label: { en: Theme, de: Thema } }
  - { name: status, label: { en: Status or modality, de: Status oder Modalität }, vocabulary: true }
  - { name: actors, label: { en: Who, de: Wer } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {theme: 'air-defence', type: null, narrower: true}
MATCH (theme:Theme)-[:PART_OF*0..6]->(:Theme {id: $theme})
WHERE coalesce($narrower, true) OR theme.id = $theme
WITH DISTINCT theme
MATCH (what:Entity)-[fact]->(theme)
WHERE NOT type(fact) IN ['PART_OF', 'PUBLISHES', 'CITES']
WITH theme, what, fact, head([label IN labels(what) WHERE label <> 'Entity']) AS type
WHERE $type IS NULL OR type = $type
RETURN
  type,
  what,
  type(fact) AS link,
  theme,
  coalesce(what.status, what.modality) AS status,
  COLLECT {
    MATCH (actor:Entity)-[:COMMITS_TO|PARTY_TO|PLEDGES|FINANCES|RUNS|PARTICIPATES_IN]->(what)
    RETURN DISTINCT actor
    ORDER BY actor.id
  } AS actors,
  coalesce(fact.date, what.date) AS date,
  [fact] +
  COLLECT {
    MATCH (:Entity)-[act:COMMITS_TO|PARTY_TO|PLEDGES|FINANCES|RUNS|PARTICIPATES_IN]->(what)
    RETURN act
    ORDER BY act.id
  } AS facts
ORDER BY type, coalesce(what.firmness, 0) DESC, what.id, theme.id, fact.id
