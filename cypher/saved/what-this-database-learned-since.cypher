/* ---
id: what-this-database-learned-since
title:
  en: What this database learned since a date
  de: Was diese Datenbank seit einem Tag gelernt hat
description:
  en: Entities and relations that are new here or were changed since a day; the latest first. What was removed is not kept.
  de: Einträge und Beziehungen, die seit einem Tag hier neu sind oder sich geändert haben; das Jüngste zuerst. Entferntes wird nicht aufbewahrt.
tags: [time]
parameters:
  - name: since
    kind: date
    label: { en: Since, de: Seit }
    description: { en: Days are counted in UTC., de: Tage zählen in UTC. }
    required: true
  - name: change
    kind: enumeration
    label: { en: Only, de: Nur }
    values:
      - { value: new, label: { en: new, de: neu } }
      - { value: changed, label: { en: changed, de: geändert } }
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    description:
      en: Entities of this type, and relations that start at one.
      de: Einträge dieser Art und Beziehungen, die von einem ausgehen.
    required: false
columns:
  - { name: what, label: { en: What, de: Was } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - name: change
    label: { en: Change, de: Änderung }
    values:
      - { value: new, label: { en: new, de: neu } }
      - { value: changed, label: { en: changed, de: geändert } }
  - { name: recordedOn, label: { en: First held on, de: Erstmals geführt am } }
  - { name: updatedOn, label: { en: Last changed on, de: Zuletzt geändert am } }
  - { name: dataset, label: { en: Data set, de: Datensatz } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 5000
--- */
// In Neo4j Browser set the parameters first, for example :params {change: 'new', type: null} and :param since => date('2026-11-01')
WITH datetime({date: $since, timezone: 'UTC'}).epochMillis AS start
CALL (start) {
  MATCH (what:Entity)
  WHERE what.updatedAt.epochMillis >= start OR what.recordedAt.epochMillis >= start
  RETURN what, what AS from, null AS to, head([label IN labels(what) WHERE label <> 'Entity']) AS type
  UNION
  MATCH (from:Entity)-[what]->(to:Entity)
  WHERE what.updatedAt.epochMillis >= start OR what.recordedAt.epochMillis >= start
  RETURN what, from, to, type(what) AS type
}
WITH
  what,
  from,
  to,
  type,
  CASE WHEN what.recordedAt.epochMillis >= start THEN 'new' ELSE 'changed' END AS change
WHERE ($change IS NULL OR change = $change) AND ($type IS NULL OR $type IN labels(from))
RETURN
  what,
  type,
  change,
  date(what.recordedAt) AS recordedOn,
  date(what.updatedAt) AS updatedOn,
  what.dataset AS dataset,
  CASE WHEN to IS NULL THEN [] ELSE [what] END AS facts
ORDER BY what.updatedAt DESC, change DESC, to IS NOT NULL, type, what.id
