/* ---
id: certainty-below-explicit
title:
  en: Facts that no source states outright
  de: Fakten, die keine Quelle ausdrücklich nennt
description:
  en: Relations that are only implied by a source or inferred from it, with the statements that they rest on; the weakest first.
  de: Beziehungen, die eine Quelle nur mitmeint oder die aus ihr erschlossen sind, mit den Aussagen, auf denen sie beruhen; die schwächsten zuerst.
tags: [evidence, sources]
parameters:
  - name: certainty
    kind: enumeration
    label: { en: Certainty, de: Gewissheit }
    values:
      - { value: implied, label: { en: implied, de: mitgemeint } }
      - { value: inferred, label: { en: inferred, de: erschlossen } }
    required: false
  - name: relation
    kind: relationType
    label: { en: Relation, de: Beziehung }
    required: false
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    required: false
columns:
  - { name: certainty, label: { en: Certainty, de: Gewissheit }, vocabulary: true }
  - { name: fact, label: { en: Relation, de: Beziehung } }
  - { name: grade, label: { en: Best grade, de: Beste Bewertung } }
  - { name: places, label: { en: Places, de: Stellen } }
  - { name: statements, label: { en: Statements, de: Aussagen } }
  - { name: sources, label: { en: Sources, de: Quellen } }
show: both
rowLimit: 2000
--- */
// In Neo4j Browser set the parameters first, for example :params {certainty: 'inferred', relation: null, about: null}
MATCH (from:Entity)-[fact]->(to:Entity)
WHERE
  fact.certainty <> 'explicit' AND
  NOT type(fact) IN ['PUBLISHES', 'CITES'] AND
  ($certainty IS NULL OR fact.certainty = $certainty) AND
  ($relation IS NULL OR type(fact) = $relation) AND
  ($about IS NULL OR from.id = $about OR to.id = $about)
RETURN
  fact.certainty AS certainty,
  fact,
  fact.bestGrade AS grade,
  fact.locators AS places,
  fact.statements AS statements,
  COLLECT {
    UNWIND fact.sources AS id
    MATCH (source:Source {id: id})
    RETURN DISTINCT source
    ORDER BY source.id
  } AS sources
ORDER BY CASE certainty WHEN 'inferred' THEN 1 ELSE 2 END, grade DESC, type(fact), fact.id
