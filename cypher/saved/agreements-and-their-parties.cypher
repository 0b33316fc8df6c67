/* ---
id: agreements-and-their-parties
title:
  en: Agreements and their parties
  de: Vereinbarungen und ihre Parteien
description:
  en: Every agreement with its kind, status, date and whether it binds, its parties, how many undertakings it holds and what results from it.
  de: Jede Vereinbarung mit Art, Status, Datum und Bindung, ihren Parteien, der Zahl ihrer Absichten und dem, was sich aus ihr ergibt.
tags: [agreements]
parameters:
  - name: party
    kind: entity
    label: { en: Party, de: Partei }
    description: { en: The organs of a state count as well., de: Die Organe eines Staates zählen mit. }
    types: [Country, Institution, Organisation, Company]
    required: false
  - name: status
    kind: enumeration
    label: { en: Status, de: Status }
    values:
      - { value: planned, label: { en: planned, de: geplant } }
      - { value: agreed, label: { en: agreed, de: vereinbart } }
      - { value: signed, label: { en: signed, de: unterzeichnet } }
      - { value: ended, label: { en: ended, de: beendet } }
      - { value: not-stated, label: { en: not stated, de: nicht angegeben } }
    required: false
  - name: period
    kind: dateRange
    label: { en: Dated between, de: Datiert zwischen }
    required: false
columns:
  - { name: agreement, label: { en: Agreement, de: Vereinbarung } }
  - { name: kind, label: { en: Kind, de: Art }, vocabulary: true }
  - { name: status, label: { en: Status, de: Status }, vocabulary: true }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: binding, label: { en: Legally binding, de: Rechtlich bindend } }
  - { name: parties, label: { en: Parties, de: Parteien } }
  - { name: undertakings, label: { en: Undertakings, de: Absichten } }
  - { name: resultsFrom, label: { en: Results from, de: Ergibt sich aus } }
  - { name: results, label: { en: Results, de: Ergebnisse } }
  - { name: notStated, label: { en: Not stated, de: Nicht angegeben }, vocabulary: true }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameters first, for example :params {party: 'germany', status: null, period: null}
MATCH (agreement:Agreement)
WHERE
  ($status IS NULL OR agreement.status = $status) AND
  (
    $party IS NULL OR
    EXISTS { MATCH (agreement)<-[:PARTY_TO]-(:Entity)-[:PART_OF*0..3]->(:Entity {id: $party}) }
  ) AND
  (
    $period IS NULL OR
    (agreement.dateFrom IS NOT NULL AND
      agreement.dateFrom <= coalesce($period.to, agreement.dateFrom) AND
      coalesce(agreement.dateTo, agreement.dateFrom) >= coalesce($period.from, agreement.dateFrom))
  )
RETURN
  agreement,
  agreement.kind AS kind,
  agreement.status AS status,
  agreement.date AS date,
  agreement.legallyBinding AS binding,
  COLLECT { MATCH (party:Entity)-[:PARTY_TO]->(agreement) RETURN DISTINCT party ORDER BY party.id } AS parties,
  COUNT { (agreement)-[:CONTAINS]->(:Commitment) } AS undertakings,
  COLLECT { MATCH (agreement)-[:RESULTS_FROM]->(origin:Entity) RETURN origin ORDER BY origin.id } AS resultsFrom,
  COLLECT { MATCH (result:Entity)-[:RESULTS_FROM]->(agreement) RETURN result ORDER BY result.id } AS results,
  coalesce(agreement.notStated, []) AS notStated,
  COLLECT { MATCH (agreement)-[fact:PARTY_TO|RESULTS_FROM]-(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY coalesce(date, '') DESC, agreement.id
