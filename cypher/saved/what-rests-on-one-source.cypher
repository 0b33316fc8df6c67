/* ---
id: what-rests-on-one-source
title:
  en: What rests on one source only
  de: Was nur auf einer Quelle beruht
description:
  en: Entities and relations that no second, independent source confirms; a source that rests on another one counts with it.
  de: Einträge und Beziehungen, die keine zweite, unabhängige Quelle bestätigt; eine Quelle, die auf einer anderen beruht, zählt mit ihr als eine.
tags: [evidence, sources]
parameters:
  - name: source
    kind: entity
    label: { en: Source, de: Quelle }
    types: [Source]
    required: false
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    description: { en: It and its relations., de: Der Eintrag und seine Beziehungen. }
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    description:
      en: Entities of this type, and relations that start at one.
      de: Einträge dieser Art und Beziehungen, die von einem ausgehen.
    required: false
  - name: relations
    kind: boolean
    label: { en: Relations as well, de: Auch Beziehungen }
    default: true
    required: false
columns:
  - { name: what, label: { en: What, de: Was } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: sources, label: { en: Source, de: Quelle } }
  - { name: grade, label: { en: Best grade, de: Beste Bewertung } }
  - { name: certainty, label: { en: Certainty, de: Gewissheit }, vocabulary: true }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: attestedTo, label: { en: Last attested, de: Zuletzt belegt } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 5000
--- */
// In Neo4j Browser set the parameters first, for example :params {source: null, about: 'germany', type: null, relations: true}
CALL () {
  MATCH (what:Entity)
  WHERE what.sourceCount = 1 AND NOT what:Source
  RETURN what, what AS from, null AS to, head([label IN labels(what) WHERE label <> 'Entity']) AS type
  UNION
  MATCH (from:Entity)-[what]->(to:Entity)
  WHERE coalesce($relations, true) AND what.sourceCount = 1 AND NOT type(what) IN ['PUBLISHES', 'CITES']
  RETURN what, from, to, type(what) AS type
}
WITH what, from, to, type
WHERE
  ($source IS NULL OR $source IN what.sources) AND
  ($about IS NULL OR from.id = $about OR to.id = $about) AND
  ($type IS NULL OR $type IN labels(from))
RETURN
  what,
  type,
  COLLECT {
    UNWIND what.sources AS id
    MATCH (source:Source {id: id})
    RETURN DISTINCT source
    ORDER BY source.id
  } AS sources,
  what.bestGrade AS grade,
  what.certainty AS certainty,
  what.attestedFrom AS attestedFrom,
  what.attestedTo AS attestedTo,
  CASE WHEN to IS NULL THEN [] ELSE [what] END AS facts
ORDER BY to IS NOT NULL, type, what.id
