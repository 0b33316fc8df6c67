/* ---
id: missions-and-who-takes-part
title:
  en: Missions and who takes part
  de: Einsätze und wer teilnimmt
description:
  en: 'Operations and training missions: who runs them, who takes part, where, for whose benefit, and which undertakings use or concern them.'
  de: 'Einsätze und Ausbildungsmissionen: wer sie führt, wer teilnimmt, wo, für wen, und welche Absichten sie nutzen oder betreffen.'
tags: [events, missions]
parameters:
  - name: participant
    kind: entity
    label: { en: With, de: Mit }
    description:
      en: Taking part or running it; a state counts with its organs.
      de: Als Teilnehmer oder Betreiber; ein Staat zählt mit seinen Organen.
    types: [Country, Institution, Organisation, Person]
    required: false
columns:
  - { name: mission, label: { en: Mission, de: Einsatz } }
  - { name: runBy, label: { en: Run by, de: Betrieben von } }
  - { name: participants, label: { en: Participants, de: Beteiligte } }
  - { name: places, label: { en: Where, de: Wo } }
  - { name: beneficiaries, label: { en: For whom, de: Für wen } }
  - { name: undertakings, label: { en: Undertakings, de: Absichten } }
  - { name: date, label: { en: Date, de: Datum } }
  - { name: facts, label: { en: Facts, de: Fakten }, detail: true }
show: both
rowLimit: 1000
--- */
// In Neo4j Browser set the parameter first, for example :params {participant: 'germany'}
MATCH (mission:Mission)
WHERE
  $participant IS NULL OR
  EXISTS { MATCH (mission)<-[:PARTICIPATES_IN|RUNS]-(:Entity)-[:PART_OF*0..3]->(:Entity {id: $participant}) }
RETURN
  mission,
  COLLECT { MATCH (runner:Entity)-[:RUNS]->(mission) RETURN runner ORDER BY runner.id } AS runBy,
  COLLECT {
    MATCH (participant:Entity)-[:PARTICIPATES_IN]->(mission)
    RETURN DISTINCT participant
    ORDER BY participant.id
  } AS participants,
  COLLECT { MATCH (mission)-[:LOCATED_IN]->(place:Entity) RETURN place ORDER BY place.id } AS places,
  COLLECT { MATCH (mission)-[:BENEFITS]->(end:Entity) RETURN end ORDER BY end.id } AS beneficiaries,
  COLLECT {
    MATCH (undertaking:Commitment)-[:USES|CONCERNS]->(mission)
    RETURN DISTINCT undertaking
    ORDER BY undertaking.id
  } AS undertakings,
  mission.date AS date,
  COLLECT { MATCH (mission)-[fact]-(:Entity) RETURN fact ORDER BY fact.id } AS facts
ORDER BY mission.id
