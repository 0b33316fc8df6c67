/* ---
id: dated-or-attested-between
title:
  en: What was dated or attested between two dates
  de: Was zwischen zwei Daten datiert oder belegt ist
description:
  en: Entities and relations whose own date touches a period, or that a source says within it.
  de: Einträge und Beziehungen, deren eigenes Datum einen Zeitraum berührt oder die eine Quelle darin belegt.
tags: [time]
parameters:
  - name: period
    kind: dateRange
    label: { en: Between, de: Zwischen }
    required: true
  - name: basis
    kind: enumeration
    label: { en: Only, de: Nur }
    values:
      - { value: dated, label: { en: what is dated in it, de: was darin datiert ist } }
      - { value: attested, label: { en: what is attested in it, de: was darin belegt ist } }
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    description:
      en: Entities of this type, and relations that start at one.
      de: Einträge dieser Art und Beziehungen, die von einem ausgehen.
    required: false
  - name: about
    kind: entity
    label: { en: About, de: Worüber }
    required: false
columns:
  - { name: what, label: { en: What, de: Was } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - name: basis
    label: { en: Basis, de: Grundlage }
    values:
      - { value: both, label: { en: dated and attested, de: datiert und belegt } }
      - { value: dated, label: { en: dated, de: datiert } }
      - { value: attested, label: { en: attested, de: belegt } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: attestedFrom, label: { en: First attested, de: Zuerst belegt } }
  - { name: attestedTo, label: { en: Last attested, de: Zuletzt belegt } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 5000
--- */
// In Neo4j Browser set the parameters first, for example :params {basis: 'dated', type: null, about: null} and :param period => ({from: date('2026-04-01'), to: date('2026-04-30')})
CALL () {
  MATCH (what:Entity)
  RETURN what, what AS from, null AS to, head([label IN labels(what) WHERE label <> 'Entity']) AS type
  UNION
  MATCH (from:Entity)-[what]->(to:Entity)
  WHERE NOT type(what) IN ['PUBLISHES', 'CITES']
  RETURN what, from, to, type(what) AS type
}
WITH
  what,
  from,
  to,
  type,
  coalesce($period.from, date('0001-01-01')) AS start,
  coalesce($period.to, date('9999-12-31')) AS end
WHERE ($type IS NULL OR $type IN labels(from)) AND ($about IS NULL OR from.id = $about OR to.id = $about)
WITH
  what,
  to,
  type,
  coalesce(what.dateFrom <= end, what.dateTo IS NOT NULL) AND
  coalesce(what.dateTo >= start, what.dateOpen, false) AS isDated,
  // An evidence item's day is compared as text: what is no full day is left to the bounds beside it.
  coalesce(start <= what.attestedFrom <= end, false) OR
  coalesce(start <= what.attestedTo <= end, false) OR
  any(
    day IN coalesce(what.asOf, [])
    WHERE size(day) = 10 AND toString(start) <= day <= toString(end)
  ) AS isAttested
WHERE CASE $basis WHEN 'dated' THEN isDated WHEN 'attested' THEN isAttested ELSE isDated OR isAttested END
RETURN
  what,
  type,
  CASE WHEN isDated AND isAttested THEN 'both' WHEN isDated THEN 'dated' ELSE 'attested' END AS basis,
  what.date AS date,
  what.attestedFrom AS attestedFrom,
  what.attestedTo AS attestedTo,
  CASE WHEN to IS NULL THEN [] ELSE [what] END AS facts
ORDER BY NOT isDated, what.dateFrom, attestedFrom, to IS NOT NULL, type, what.id
