/* ---
id: grades-below-b
title:
  en: Facts graded below B
  de: Fakten mit einer Bewertung unter B
description:
  en: Entities and relations whose best evidence comes from a source that is only fairly reliable or worse, or of unknown reliability; the worst first.
  de: Einträge und Beziehungen, deren bester Beleg aus einer nur ziemlich zuverlässigen, schlechteren oder nicht beurteilbaren Quelle stammt; die schlechtesten zuerst.
tags: [evidence, sources]
parameters:
  - name: worse
    kind: enumeration
    label: { en: Best reliability at most, de: Beste Zuverlässigkeit höchstens }
    values:
      - { value: C, label: { en: 'C: fairly reliable', de: 'C: ziemlich zuverlässig' } }
      - { value: D, label: { en: 'D: not usually reliable', de: 'D: in der Regel nicht zuverlässig' } }
      - { value: E, label: { en: 'E: unreliable', de: 'E: nicht zuverlässig' } }
      - { value: F, label: { en: 'F: cannot be judged', de: 'F: nicht beurteilbar' } }
    default: C
    required: true
  - name: credibility
    kind: integer
    label: { en: Credibility from, de: Glaubwürdigkeit ab }
    description: { en: '1 = confirmed, 6 = cannot be judged.', de: '1 = bestätigt, 6 = nicht beurteilbar.' }
    min: 1
    max: 6
    default: 1
    required: false
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    required: false
columns:
  - { name: what, label: { en: What, de: Was } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: grade, label: { en: Best grade, de: Beste Bewertung } }
  - { name: certainty, label: { en: Certainty, de: Gewissheit }, vocabulary: true }
  - { name: sources, label: { en: Sources, de: Quellen } }
  - { name: statements, label: { en: Statements, de: Aussagen } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 2000
--- */
// In Neo4j Browser set the parameters first, for example :params {worse: 'C', credibility: 1, about: null}
CALL () {
  MATCH (what:Entity)
  WHERE NOT what:Source
  RETURN what, what.id AS from, null AS to, head([label IN labels(what) WHERE label <> 'Entity']) AS type
  UNION
  MATCH (from:Entity)-[what]->(to:Entity)
  WHERE NOT type(what) IN ['PUBLISHES', 'CITES']
  RETURN what, from.id AS from, to.id AS to, type(what) AS type
}
WITH what, from, to, type
WHERE
  what.bestGrade >= $worse AND
  coalesce(toIntegerOrNull(substring(what.bestGrade, 1)), 6) >= coalesce($credibility, 1) AND
  ($about IS NULL OR from = $about OR to = $about)
RETURN
  what,
  type,
  what.bestGrade AS grade,
  what.certainty AS certainty,
  COLLECT {
    UNWIND what.sources AS id
    MATCH (source:Source {id: id})
    RETURN DISTINCT source
    ORDER BY source.id
  } AS sources,
  what.statements AS statements,
  CASE WHEN to IS NULL THEN [] ELSE [what] END AS facts
ORDER BY grade DESC, to IS NOT NULL, type, what.id
