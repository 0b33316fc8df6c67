/* ---
id: multinational-programmes
title:
  en: Multinational programmes and their partners
  de: Multinationale Programme und ihre Partner
description:
  en: Programmes in which several states take part, themselves or through an organ, with the companies and organisations beside them.
  de: Programme, an denen mehrere Staaten teilnehmen, selbst oder durch ein Organ, mit den Unternehmen und Organisationen daneben.
tags: [systems, industry]
parameters:
  - name: least
    kind: integer
    label: { en: States at least, de: Staaten mindestens }
    min: 1
    max: 50
    default: 2
    required: true
  - name: partner
    kind: entity
    label: { en: With this state, de: Mit diesem Staat }
    types: [Country]
    required: false
columns:
  - { name: programme, label: { en: Programme, de: Programm } }
  - { name: states, label: { en: States, de: Staaten } }
  - { name: number, label: { en: Number of states, de: Zahl der Staaten } }
  - { name: others, label: { en: Others, de: Andere } }
  - { name: managedBy, label: { en: Managed by, de: Geführt von } }
  - { name: suppliers, label: { en: Suppliers, de: Lieferanten } }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - name: domains
    label: { en: Domains, de: Dimensionen }
    values:
      - { value: land, label: { en: land, de: Land } }
      - { value: air, label: { en: air, de: Luft } }
      - { value: sea, label: { en: sea, de: See } }
      - { value: space, label: { en: space, de: Weltraum } }
      - { value: cyber, label: { en: cyber, de: Cyber } }
      - { value: electronic-warfare, label: { en: electronic warfare, de: elektronische Kampfführung } }
      - { value: air-defence, label: { en: air defence, de: Luftverteidigung } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {least: 2, partner: null}
MATCH (programme:Programme)
WITH
  programme,
  COLLECT {
    MATCH (programme)<-[:PARTICIPATES_IN]-(:Entity)-[:PART_OF*0..3]->(state:Country)
    RETURN DISTINCT state
    ORDER BY state.id
  } AS states
WHERE size(states) >= $least AND ($partner IS NULL OR any(state IN states WHERE state.id = $partner))
RETURN
  programme,
  states,
  size(states) AS number,
  COLLECT {
    MATCH (other:Entity)-[:PARTICIPATES_IN]->(programme)
    WHERE NOT EXISTS { MATCH (other)-[:PART_OF*0..3]->(:Country) }
    RETURN DISTINCT other
    ORDER BY other.id
  } AS others,
  COLLECT { MATCH (manager:Entity)-[:MANAGES]->(programme) RETURN manager ORDER BY manager.id } AS managedBy,
  COLLECT { MATCH (supplier:Entity)-[:SUPPLIES]->(programme) RETURN DISTINCT supplier ORDER BY supplier.id } AS suppliers,
  programme.status AS status,
  coalesce(programme.domains, []) AS domains,
  COLLECT {
    MATCH (actor:Entity)-[fact:PARTICIPATES_IN|MANAGES|SUPPLIES]->(programme)
    RETURN fact
    ORDER BY fact.id
  } +
  COLLECT {
    MATCH (programme)<-[:PARTICIPATES_IN]-(:Institution)-[fact:PART_OF]->(:Entity)
    RETURN DISTINCT fact
    ORDER BY fact.id
  } AS facts
ORDER BY number DESC, programme.id
