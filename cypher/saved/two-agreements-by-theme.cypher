/* ---
id: two-agreements-by-theme
title:
  en: Two agreements side by side by theme
  de: Zwei Vereinbarungen nebeneinander nach Themen
description:
  en: What two agreements undertake on each theme, each side from firm (will) to loose (could); last comes an agreement that treats the theme as a whole.
  de: Was zwei Vereinbarungen zu jedem Thema vorhaben, jede Seite von fest (werden) bis lose (könnte); zuletzt eine Vereinbarung, die das Thema im Ganzen behandelt.
tags: [undertakings, comparison]
parameters:
  - name: first
    kind: entity
    label: { en: First agreement, de: Erste Vereinbarung }
    types: [Agreement]
    required: true
  - name: second
    kind: entity
    label: { en: Second agreement, de: Zweite Vereinbarung }
    types: [Agreement]
    required: true
  - name: theme
    kind: entity
    label: { en: Theme, de: Thema }
    description: { en: Narrower themes count as well., de: Engere Themen zählen mit. }
    types: [Theme]
    required: false
  - name: grouping
    kind: enumeration
    label: { en: Themes, de: Themen }
    values:
      - { value: named, label: { en: as named, de: wie genannt } }
      - { value: broadest, label: { en: under their broadest theme, de: unter ihrem weitesten Oberthema } }
    default: named
    required: true
  - name: both
    kind: boolean
    label: { en: Only themes of both, de: Nur Themen beider }
    default: false
    required: false
columns:
  - { name: theme, label: { en: Theme, de: Thema } }
  - { name: firstModality, label: { en: 'First: modality', de: 'Erste: Modalität' }, vocabulary: true }
  - { name: first, label: { en: 'First: undertaking', de: 'Erste: Absicht' } }
  - { name: secondModality, label: { en: 'Second: modality', de: 'Zweite: Modalität' }, vocabulary: true }
  - { name: second, label: { en: 'Second: undertaking', de: 'Zweite: Absicht' } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 2000
--- */
// In Neo4j Browser set the parameters first, for example :params {first: 'de-it-agreement-2026', second: 'de-ua-agreement-2026', theme: null, grouping: 'named', both: false}
MATCH (agreement:Agreement)
WHERE agreement.id IN [$first, $second]
CALL (agreement) {
  MATCH (agreement)-[contains:CONTAINS]->(what:Commitment)-[concerns:CONCERNS]->(named:Theme)
  RETURN named, what, [contains, concerns] AS facts
  UNION
  MATCH (agreement)-[concerns:CONCERNS]->(named:Theme)
  RETURN named, agreement AS what, [concerns] AS facts
}
MATCH (named)-[:PART_OF*0..6]->(theme:Theme)
WHERE
  ($theme IS NULL OR EXISTS { MATCH (named)-[:PART_OF*0..6]->(:Theme {id: $theme}) }) AND
  CASE $grouping
    WHEN 'broadest' THEN NOT EXISTS { MATCH (theme)-[:PART_OF]->(:Theme) }
    ELSE theme = named
  END
UNWIND facts AS fact
WITH DISTINCT agreement, theme, what, fact
ORDER BY fact.id
WITH agreement, theme, what, collect(fact) AS facts
ORDER BY coalesce(what.firmness, 0) DESC, coalesce(toIntegerOrNull(what.paragraph), 0), what.id
WITH
  theme,
  collect(CASE WHEN agreement.id = $first THEN {what: what, facts: facts} END) AS ofFirst,
  collect(CASE WHEN agreement.id = $second THEN {what: what, facts: facts} END) AS ofSecond
WITH
  theme,
  ofFirst,
  ofSecond,
  size(ofFirst) > 0 AND size(ofSecond) > 0 AS isShared,
  CASE WHEN size(ofFirst) > size(ofSecond) THEN size(ofFirst) ELSE size(ofSecond) END AS lines
WHERE isShared OR NOT coalesce($both, false)
UNWIND range(0, lines - 1) AS line
WITH theme, isShared, line, ofFirst[line] AS first, ofSecond[line] AS second
RETURN
  theme,
  first.what.modality AS firstModality,
  first.what AS first,
  second.what.modality AS secondModality,
  second.what AS second,
  coalesce(first.facts, []) + coalesce(second.facts, []) AS facts
ORDER BY isShared DESC, theme.id, line
