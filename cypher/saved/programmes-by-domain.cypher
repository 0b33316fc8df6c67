/* ---
id: programmes-by-domain
title:
  en: Programmes by domain
  de: Programme nach Dimensionen
description:
  en: Programmes and systems by the domain they belong to, whether a source says so, who manages them and who takes part; those without a domain come last.
  de: Programme und Systeme nach ihrer Dimension, ob eine Quelle sie nennt, wer sie führt und wer teilnimmt; die ohne Dimension zuletzt.
tags: [systems, industry]
parameters:
  - name: domain
    kind: enumeration
    label: { en: Domain, de: Dimension }
    values:
      - { value: land, label: { en: land, de: Land } }
      - { value: air, label: { en: air, de: Luft } }
      - { value: sea, label: { en: sea, de: See } }
      - { value: space, label: { en: space, de: Weltraum } }
      - { value: cyber, label: { en: cyber, de: Cyber } }
      - { value: electronic-warfare, label: { en: electronic warfare, de: elektronische Kampfführung } }
      - { value: air-defence, label: { en: air defence, de: Luftverteidigung } }
    required: false
  - name: status
    kind: enumeration
    label: { en: Status, de: Status }
    values:
      - { value: existing, label: { en: existing, de: bestehend } }
      - { value: planned, label: { en: planned, de: geplant } }
      - { value: considered, label: { en: considered, de: erwogen } }
    required: false
  - name: stated
    kind: boolean
    label: { en: Only domains that a source states, de: 'Nur Dimensionen, die eine Quelle nennt' }
    default: false
    required: false
columns:
  - name: domain
    label: { en: Domain, de: Dimension }
    values:
      - { value: land, label: { en: land, de: Land } }
      - { value: air, label: { en: air, de: Luft } }
      - { value: sea, label: { en: sea, de: See } }
      - { value: space, label: { en: space, de: Weltraum } }
      - { value: cyber, label: { en: cyber, de: Cyber } }
      - { value: electronic-warfare, label: { en: electronic warfare, de: elektronische Kampfführung } }
      - { value: air-defence, label: { en: air defence, de: Luftverteidigung } }
  - { name: programme, label: { en: Programme, de: Programm } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: basis, label: { en: Basis, de: Grundlage }, vocabulary: true }
  - { name: managedBy, label: { en: Managed by, de: Geführt von } }
  - { name: partners, label: { en: Take part, de: Beteiligt } }
  - { name: partOf, label: { en: Part of, de: Teil von } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {domain: 'air', status: null, stated: false}
MATCH (programme:Programme)
WITH
  programme,
  CASE
    WHEN coalesce($stated, false) AND coalesce(programme.domainsBasis, '') <> 'explicit' THEN []
    ELSE coalesce(programme.domains, [])
  END AS domains
UNWIND CASE WHEN size(domains) = 0 THEN [null] ELSE domains END AS domain
WITH programme, domain
WHERE ($domain IS NULL OR domain = $domain) AND ($status IS NULL OR programme.status = $status)
RETURN
  domain,
  programme,
  programme.kind AS kind,
  programme.status AS status,
  CASE WHEN domain IS NOT NULL THEN programme.domainsBasis END AS basis,
  COLLECT { MATCH (manager:Entity)-[:MANAGES]->(programme) RETURN manager ORDER BY manager.id } AS managedBy,
  COLLECT {
    MATCH (partner:Entity)-[:PARTICIPATES_IN]->(programme)
    RETURN DISTINCT partner
    ORDER BY partner.id
  } AS partners,
  COLLECT { MATCH (programme)-[:PART_OF]->(whole:Entity) RETURN whole ORDER BY whole.id } AS partOf,
  COLLECT { MATCH (:Entity)-[fact:MANAGES|PARTICIPATES_IN]->(programme) RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (programme)-[fact:PART_OF]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY domain IS NULL, domain, programme.id
