// Every German text of the interface.
import type { Words } from './en.ts';
import { queriesDe, resultDe } from './workbench/de.ts';

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : many}`;

/** German. */
export const de: Words = {
  product: 'Entente',
  tryAgain: 'Noch einmal versuchen',
  close: 'Schließen',
  working: 'In Arbeit …',
  entities: (number) => count(number, 'Eintrag', 'Einträge'),
  relations: (number) => count(number, 'Beziehung', 'Beziehungen'),
  languages: {
    en: 'Englisch',
    de: 'Deutsch',
    nl: 'Niederländisch',
    it: 'Italienisch',
    uk: 'Ukrainisch',
    fr: 'Französisch',
  },

  bar: {
    label: 'Datensatz und Ansicht',
    shown: (shown, total) => `${shown.toLocaleString('de-DE')} von ${count(total, 'Eintrag', 'Einträgen')}`,
    everything: 'Alles zeigen',
    story: 'Zurück zur Übersicht',
    undo: 'Letzte Änderung zurücknehmen (Strg+Z)',
    display: 'Darstellung',
    interfaceLang: 'Oberfläche',
    namesIn: 'Namen auf',
    theme: 'Farben',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    ownNames: { en: 'English', de: 'Deutsch' },
    picture: 'Bild speichern',
    keys: 'Tasten und Hilfe',
    openRail: 'Suche und Legende',
  },

  rail: {
    label: 'Suche, Legende und Abfragen',
    tabs: { legend: 'Legende', list: 'Liste', queries: 'Abfragen' },
    close: 'Diese Leiste schließen',
  },

  search: {
    label: 'Einträge suchen',
    placeholder: 'Nach einem Namen suchen',
    clear: 'Suchfeld leeren',
    hits: 'Gefundene Einträge',
    none: (text) => `Nichts heißt „${text}“. Gesucht wird in allen Sprachen und Abkürzungen; Tippfehler schaden nicht.`,
    onCanvas: 'auf der Karte',
    relations: (number) => count(number, 'Beziehung', 'Beziehungen'),
    searching: 'Suche läuft …',
  },

  legend: {
    hint: 'Ein Klick blendet aus oder ein.',
    lines: 'Linien',
    reset: 'Alles wieder zeigen',
    disputed: 'Quellen widersprechen sich',
    thickness: 'je dicker, desto mehr Quellen',
    empty: 'Die Legende zeigt, was auf der Karte ist. Sie ist gerade leer.',
  },

  list: {
    label: 'Einträge auf der Karte',
    hint: 'Alles, was die Karte zeigt, am besten Verbundenes zuerst.',
    empty: 'Auf der Karte ist nichts.',
    unit: (number) => (number === 1 ? 'Beziehung' : 'Beziehungen'),
  },

  canvas: {
    label: 'Netzwerk',
    role: 'Netzwerk',
    describe: (entities, relations) =>
      `Netzwerk aus ${count(entities, 'Eintrag', 'Einträgen')} und ${count(relations, 'Beziehung', 'Beziehungen')}. Pfeiltasten gehen an den Linien entlang, Eingabe erweitert, Escape hebt die Auswahl auf. Der Reiter „Liste“ enthält dasselbe als Liste.`,
    selected: (name) => `${name} ist ausgewählt.`,
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Alles einpassen (F)',
    again: 'Neu anordnen',
    controls: 'Karte',
    laying: 'Das Netzwerk wird angeordnet …',
    hiddenAll: 'Die Legende blendet alles aus.',
    emptyTitle: 'Die Karte ist leer',
    emptyText: 'Suchen Sie nach einem Namen, oder starten Sie eine Abfrage wie',
    toOverview: 'Übersicht zeigen',
  },

  start: {
    loading: 'Das Netzwerk wird geladen …',
    asking: 'Die Datenbank wird gefragt …',
    starting: 'Die Datenbank startet',
    startingText: 'Das dauert etwa zehn Sekunden. Die Seite macht von selbst weiter.',
    startingAgain: 'Die Datenbank startet neu',
    startingAgainText:
      'Sie ist stehen geblieben und wird gestartet. Nichts geht verloren; die Seite macht von selbst weiter.',
    unreachable: 'Die Datenbank antwortet nicht',
    unreachableText: 'Prüfen Sie, ob sie läuft und ob ihre Adresse stimmt. Die Seite versucht es weiter.',
    noServer: 'Das Programm antwortet nicht',
    noServerText: 'Vielleicht wurde es beendet: starten Sie es wieder mit „npm start“. Die Seite versucht es weiter.',
    failed: 'Das Netzwerk konnte nicht geladen werden',
    noData: 'In der Datenbank ist noch nichts',
    noDataText: 'Lesen Sie einen Datensatz ein und laden Sie die Seite neu:',
    noDataCommand: 'npm run entente -- ingest data/seed',
    reload: 'Neu laden',
  },

  access: {
    title: 'Dieses Programm verlangt sein Token',
    text: 'Wer es betreibt, hat ihm ein Token gegeben. Geben Sie es einmal ein; dieser Browser merkt sich dann eine Sitzung, nicht das Token.',
    token: 'Zugangstoken',
    signIn: 'Weiter',
    wrong: 'Das ist nicht das Token dieses Programms. Fragen Sie, wer es betreibt.',
    tooMany: 'Von Ihrer Adresse kamen zu viele falsche Token. Versuchen Sie es in einer Minute wieder.',
    signOut: 'Abmelden',
  },

  away: {
    starting: 'Die Datenbank startet neu. Was auf der Karte ist, bleibt; alles andere geht gleich wieder.',
    noServer: 'Das Programm antwortet nicht. Was auf der Karte ist, bleibt; starten Sie es wieder mit „npm start“.',
  },

  inspector: {
    label: 'Einzelheiten',
    close: 'Einzelheiten schließen (Escape)',
    resize: 'Breite der Einzelheiten',
    loading: 'Die Belege werden gelesen …',
    expand: 'Erweitern',
    bring: 'Auf die Karte holen',
    remove: 'Von der Karte nehmen',
    alsoKnown: 'Auch',
    facts: 'Fakten',
    noFacts: 'Zu diesem Eintrag ist keine Beziehung bekannt.',
    moreFacts: (number) => `Alle ${number} zeigen`,
    fewerFacts: 'Weniger zeigen',
    cutFacts: (shown, total) => `Die ersten ${shown} von ${total} Beziehungen.`,
    evidence: 'Was die Quellen sagen',
    properties: 'Angaben',
    date: 'Datum',
    note: 'Anmerkung',
    disputed: 'Quellen widersprechen sich',
    readings: (field) => `Lesarten von „${field}“`,
    notStated: 'Keine Quelle nennt',
    relation: 'Beziehung',
    from: 'Von',
    to: 'Zu',
    inWords: { name: 'Name' },
  },

  evidence: {
    says: 'sagt',
    open: 'Beleg',
    certainty: 'Gewissheit',
    grade: (grade) => `Bewertung ${grade}`,
    source: 'Quelle öffnen',
    quote: 'Im Wortlaut',
    asOf: 'Stand',
  },

  expand: {
    title: 'Nachbarn holen',
    all: 'Alle Beziehungen',
    limit: 'Höchstens',
    none: 'Es gibt nichts zu holen.',
    brought: (brought, total, limit) =>
      total > limit
        ? `${count(brought, 'neuer Eintrag', 'neue Einträge')}; gezeigt sind die ${limit} am besten verbundenen von ${total}.`
        : brought === 0
          ? 'Alle waren schon auf der Karte.'
          : count(brought, 'neuer Eintrag', 'neue Einträge') + '.',
    bringIn: 'Holen:',
  },

  queries: queriesDe,
  result: resultDe,

  picture: {
    title: 'Bild speichern',
    intro: (entities, relations) =>
      `${count(entities, 'Eintrag', 'Einträge')} und ${count(relations, 'Beziehung', 'Beziehungen')} auf der Karte, mit Legende und nummerierten Quellen.`,
    heading: 'Titel',
    headingHint: 'Was das Bild zeigt',
    date: 'Datum',
    dateForm: 'JJJJ-MM-TT',
    theme: 'Farben',
    format: 'Format',
    formats: { svg: 'SVG', png: 'PNG' },
    scale: 'Größe',
    save: 'Speichern',
    saving: 'Das Bild wird gezeichnet …',
    saved: (name) => `Gespeichert als ${name}.`,
    tooMany: (limit) => `Ein Bild fasst bis zu ${limit} Einträge; blenden Sie einige aus.`,
  },

  free: {
    open: 'Cypher schreiben',
    openHint: 'Eine eigene Abfrage, mit Vervollständigung und Plan',
    resize: 'Breite des Editors',
    label: 'Cypher-Abfrage',
    copyToEditor: 'Im Editor öffnen',
  },

  keys: {
    title: 'Tasten',
    list: [
      ['/', 'suchen'],
      ['↑ ↓ ← →', 'an den Linien des Netzwerks entlanggehen'],
      ['Eingabe', 'den ausgewählten Eintrag erweitern'],
      ['F', 'alles einpassen'],
      ['+  −', 'vergrößern, verkleinern'],
      ['Strg Z', 'letzte Änderung zurücknehmen'],
      ['Esc', 'schließen oder Auswahl aufheben'],
      ['?', 'diese Tasten zeigen'],
      ['Strg Eingabe', 'die Abfrage im Editor ausführen'],
      ['Strg Leertaste', 'Vorschläge im Editor'],
      ['Esc, Tab', 'den Editor verlassen'],
      ['F8', 'nächster Fehler im Editor'],
    ],
    mouse: 'Mit der Maus',
    mouseList: [
      ['Klick', 'Fakten und Belege'],
      ['Doppelklick', 'erweitern'],
      ['Ziehen', 'Eintrag oder Blatt verschieben'],
      ['Rad', 'vergrößern, verkleinern'],
    ],
  },

  failure: {
    unreachable:
      'Das Programm antwortet nicht. Auf der Seite geht nichts verloren; versuchen Sie es wieder, wenn es läuft.',
    malformed: (status) =>
      `Die Antwort war nicht zu lesen${status >= 400 ? ` (${status})` : ''}. Auf der Seite geht nichts verloren; versuchen Sie es noch einmal.`,
  },
};
