/* ---
id: actors-by-number-of-relations
title:
  en: Actors by number of relations
  de: Akteure nach Zahl der Beziehungen
description:
  en: States, institutions, persons, parties, organisations and companies, or entities of another type, by how many relations of the chosen types they have.
  de: Staaten, Institutionen, Personen, Parteien, Organisationen und Unternehmen oder Einträge einer anderen Art danach, wie viele Beziehungen der ausgewählten Arten sie haben.
tags: [network]
parameters:
  - name: relations
    kind: relationTypes
    label: { en: Only these relations, de: Nur diese Beziehungen }
    required: false
  - name: type
    kind: entityType
    label: { en: Only of this type, de: Nur dieser Art }
    required: false
  - name: least
    kind: integer
    label: { en: Relations at least, de: Beziehungen mindestens }
    min: 1
    max: 100000
    default: 1
    required: true
columns:
  - { name: actor, label: { en: Actor, de: Akteur } }
  - { name: type, label: { en: Type, de: Art }, vocabulary: true }
  - { name: number, label: { en: Relations, de: Beziehungen } }
  - { name: others, label: { en: Different entities, de: Verschiedene Einträge } }
  - { name: outgoing, label: { en: From it, de: Von ihm } }
  - { name: incoming, label: { en: To it, de: Zu ihm } }
  - { name: kinds, label: { en: Most often, de: Am häufigsten }, vocabulary: true }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 500
--- */
// In Neo4j Browser set the parameters first, for example :params {relations: ['PARTICIPATES_IN', 'PARTY_TO'], type: null, least: 2}
MATCH (actor:Entity)
WHERE
  CASE
    WHEN $type IS NULL THEN actor:Country|Institution|Person|Party|Organisation|Company
    ELSE $type IN labels(actor)
  END
WITH
  actor,
  COLLECT {
    MATCH (actor)-[fact]-(:Entity)
    WHERE NOT type(fact) IN ['PUBLISHES', 'CITES'] AND ($relations IS NULL OR type(fact) IN $relations)
    RETURN fact
    ORDER BY fact.id
  } AS facts
WHERE size(facts) >= $least
RETURN
  actor,
  head([label IN labels(actor) WHERE label <> 'Entity']) AS type,
  size(facts) AS number,
  COUNT {
    UNWIND facts AS fact
    RETURN DISTINCT CASE WHEN startNode(fact) = actor THEN endNode(fact) ELSE startNode(fact) END AS other
  } AS others,
  size([fact IN facts WHERE startNode(fact) = actor]) AS outgoing,
  size([fact IN facts WHERE endNode(fact) = actor]) AS incoming,
  COLLECT {
    UNWIND facts AS fact
    WITH type(fact) AS kind, count(*) AS times
    RETURN kind
    ORDER BY times DESC, kind
    LIMIT 3
  } AS kinds,
  facts
ORDER BY number DESC, actor.id
