/* ---
id: who-signed-what-on-whose-behalf
title:
  en: Who signed what on whose behalf
  de: Wer hat was in wessen Namen unterzeichnet
description:
  en: Every signature with the signatory's office, the party signed for and the occasion.
  de: Jede Unterschrift mit dem Amt der Person, der vertretenen Seite und dem Anlass.
tags: [agreements, persons]
parameters:
  - name: party
    kind: entity
    label: { en: On whose behalf, de: In wessen Namen }
    description: { en: The organs of a state count as well., de: Die Organe eines Staates zählen mit. }
    types: [Country, Institution, Organisation]
    required: false
columns:
  - { name: agreement, label: { en: Agreement, de: Vereinbarung } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: signatory, label: { en: Signed by, de: Unterzeichnet von } }
  - { name: offices, label: { en: Office, de: Amt }, vocabulary: true }
  - { name: parties, label: { en: On behalf of, de: Im Namen von } }
  - { name: occasions, label: { en: Signed at, de: Unterzeichnet bei } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameter first, for example :params {party: null}
MATCH (signatory:Person)-[signed:SIGNED]->(agreement:Agreement)
WITH
  signatory,
  signed,
  agreement,
  COLLECT {
    UNWIND coalesce(signed.onBehalfOf, []) AS id
    MATCH (party:Entity {id: id})
    RETURN party
    ORDER BY party.id
  } AS parties
WHERE
  $party IS NULL OR
  any(
    party IN parties
    WHERE party.id = $party OR EXISTS { MATCH (party)-[:PART_OF*1..3]->(:Entity {id: $party}) }
  )
RETURN
  agreement,
  coalesce(signed.date, agreement.date) AS date,
  signatory,
  COLLECT {
    MATCH (signatory)-[holds:HOLDS_OFFICE]->(:Entity)
    RETURN DISTINCT holds.office AS office
    ORDER BY office
  } AS offices,
  parties,
  COLLECT { MATCH (agreement)-[:SIGNED_AT]->(occasion:Entity) RETURN occasion ORDER BY occasion.id } AS occasions,
  [signed] +
  COLLECT { MATCH (signatory)-[fact:HOLDS_OFFICE]->(:Entity) RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (party:Entity)-[fact:PARTY_TO]->(agreement) WHERE party IN parties RETURN fact ORDER BY fact.id } +
  COLLECT { MATCH (agreement)-[fact:SIGNED_AT]->(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY coalesce(date, '') DESC, agreement.id, signatory.id, signed.id
