/* ---
id: programmes-by-managing-organisation
title:
  en: Programmes by managing organisation
  de: Programme nach führender Organisation
description:
  en: Which organisation manages which programme, as far as a source names one; on request also the programmes for which none does.
  de: Welche Organisation welches Programm führt, soweit eine Quelle eine nennt; auf Wunsch auch die Programme, für die keine das tut.
tags: [systems, industry]
parameters:
  - name: manager
    kind: entity
    label: { en: Managed by, de: Geführt von }
    types: [Organisation, Institution, Company]
    suggest: managers-of-programmes
    required: false
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
  - name: unmanaged
    kind: boolean
    label: { en: Also those without a known manager, de: Auch solche ohne bekannte Führung }
    default: false
    required: false
columns:
  - { name: manager, label: { en: Managed by, de: Geführt von } }
  - { name: programme, label: { en: Programme, de: Programm } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
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
  - { name: certainty, label: { en: Certainty, de: Gewissheit }, vocabulary: true }
  - { name: partners, label: { en: Take part, de: Beteiligt } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {manager: null, domain: null, unmanaged: true}
MATCH (programme:Programme)
WHERE $domain IS NULL OR $domain IN programme.domains
OPTIONAL MATCH (manager:Entity)-[manages:MANAGES]->(programme)
WITH manager, manages, programme
WHERE
  ($manager IS NULL OR manager.id = $manager) AND
  (manager IS NOT NULL OR coalesce($unmanaged, false))
RETURN
  manager,
  programme,
  programme.kind AS kind,
  programme.status AS status,
  coalesce(programme.domains, []) AS domains,
  manages.certainty AS certainty,
  COLLECT {
    MATCH (partner:Entity)-[:PARTICIPATES_IN]->(programme)
    RETURN DISTINCT partner
    ORDER BY partner.id
  } AS partners,
  [fact IN [manages] WHERE fact IS NOT NULL] +
  COLLECT { MATCH (:Entity)-[fact:PARTICIPATES_IN]->(programme) RETURN fact ORDER BY fact.id } AS facts
ORDER BY manager IS NULL, manager.id, programme.id, manages.id
