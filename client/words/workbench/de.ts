// German texts for saved queries and their results.
import { count } from '../count.ts';
import type { queriesEn, resultEn } from './en.ts';

const say = (number: number, one: string, many: string) => count(number, one, many, 'de-DE');

/** German, for saved queries. */
export const queriesDe: typeof queriesEn = {
  search: 'Abfragen suchen',
  tags: 'Themen',
  tagWords: {
    actors: 'Akteure',
    agreements: 'Vereinbarungen',
    comparison: 'Vergleich',
    events: 'Ereignisse',
    evidence: 'Belege',
    formats: 'Formate',
    gaps: 'Lücken',
    industry: 'Industrie',
    instruments: 'Instrumente',
    missions: 'Missionen',
    money: 'Geld',
    network: 'Netzwerk',
    organisations: 'Organisationen',
    overview: 'Überblick',
    persons: 'Personen',
    places: 'Orte',
    sources: 'Quellen',
    support: 'Unterstützung',
    systems: 'Systeme',
    themes: 'Themen',
    time: 'Zeit',
    undertakings: 'Absichten',
  },
  moreTags: (number) => `${number} weitere`,
  found: (found, all) =>
    found === all ? say(all, 'Abfrage', 'Abfragen') : `${found} von ${say(all, 'Abfrage', 'Abfragen')}`,
  own: 'eigene',
  faulty: 'Dateien, die nicht laufen können',
  back: 'Alle Abfragen',
  run: 'Ausführen',
  cancel: 'Abbrechen',
  cypher: 'Cypher',
  required: 'nötig',
  optional: 'freiwillig',
  missing: (labels) => `Es fehlt noch: ${labels}.`,
  any: 'beliebig',
  pick: 'Eintrag suchen',
  pickMore: 'Eintrag hinzufügen',
  pickValue: 'Auswählen oder eintippen',
  pickRelation: 'Beziehung hinzufügen',
  change: (name) => `Etwas anderes als ${name} wählen`,
  takeOut: (name) => `${name} herausnehmen`,
  yes: 'ja',
  no: 'nein',
  empty: 'Es gibt keine gespeicherten Abfragen.',
  dayForm: 'JJJJ-MM-TT',
  edtfForm: '2026, 2026-01 oder 2026-01-23',
  ends: { from: 'Von', to: 'Bis' },
  rangeHelp: 'Tage als JJJJ-MM-TT; beide dürfen leer bleiben.',
  bounds: (min, max) =>
    min !== undefined && max !== undefined
      ? `Von ${min} bis ${max}.`
      : min !== undefined
        ? `Mindestens ${min}.`
        : max !== undefined
          ? `Höchstens ${max}.`
          : '',
  faults: {
    missing: 'Hier muss etwas stehen.',
    whole: 'Hier muss eine ganze Zahl stehen.',
    number: 'Hier muss eine Zahl stehen.',
    day: 'Hier muss ein Tag stehen, zum Beispiel 2026-01-23.',
    edtf: 'Hier muss ein Datum stehen, zum Beispiel 2026, 2026-01, 2026-01-23 oder 2026-01/2026-06.',
    endBeforeStart: 'Das Ende liegt vor dem Anfang.',
    choice: 'Das steht nicht zur Wahl.',
    unreadable: 'Das ist nicht zu lesen.',
  },
  outside: (bounds) => `Das liegt außerhalb des Möglichen: ${bounds}`,
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  linkRefused: 'Der Browser lässt diese Seite nichts kopieren.',
  link: {
    malformed: 'Der Link in der Adresse ist nicht zu lesen; vielleicht wurde er beim Verschicken abgeschnitten.',
    noSuchQuery: (id) =>
      `Der Link fragt nach einer Abfrage „${id}“, die es hier nicht gibt. Vielleicht gehört sie jemand anderem oder heißt jetzt anders.`,
    noSuchParameter: (name) => `Der Link hat einen Wert „${name}“, den diese Abfrage nicht kennt.`,
    badValue: (text, label) => `Der Link hat „${text}“ für ${label}.`,
  },
  paste: {
    open: 'Liste einfügen',
    label: 'Namen, einer je Zeile',
    take: (number) => (number === 0 ? 'Suchen' : `${say(number, 'Namen', 'Namen')} suchen`),
    tooMany: 'Höchstens 500 Namen auf einmal.',
    certain: (number) => `${say(number, 'Name wurde', 'Namen wurden')} erkannt und übernommen.`,
    unknown: (names) => `Nicht bekannt: ${names}.`,
    doubtful: (name) => `„${name}“ könnte sein`,
    noneOfThem: 'Nichts davon',
  },
  manage: {
    label: 'Diese Abfrage',
    edit: 'Text bearbeiten',
    rename: 'Umbenennen',
    copy: 'Duplizieren',
    export: 'Als Datei speichern',
    import: 'Dateien einlesen',
    delete: 'Löschen',
    sure: 'Auch ihre Datei wird gelöscht. Das lässt sich nicht zurücknehmen.',
    reallyDelete: 'Endgültig löschen',
    keep: 'So lassen',
    keepBoth: 'Beide behalten',
    takeDisk: 'Fassung der Datei nehmen',
    copyOf: (title) => `Kopie von ${title}`,
    titleIn: (language) => `Titel, ${language}`,
    file: 'Name der Datei',
    fileHelp: 'Kleingeschriebene Wörter mit Bindestrichen; er steht in Links.',
    save: 'Umbenennen',
    imported: (file, title) => `${file}: „${title}“ steht in der Liste.`,
    done: {
      renamed: 'Umbenannt.',
      copied: 'Das ist die Kopie. Sie gehört Ihnen: benennen Sie sie um oder bearbeiten Sie ihren Text.',
      'kept-both': 'Beide sind da; das ist Ihre.',
      deleted: 'Gelöscht.',
    },
  },
  offers: {
    title: 'Abfragen',
    runs: '(läuft sofort)',
    opens: '(braucht weitere Werte)',
    more: (number) => `${number} weitere`,
  },
  several: {
    title: (number) => `${number} ausgewählt`,
    hint: 'Umschalt und Klick auf der Karte nimmt einen Eintrag dazu oder heraus.',
    takeOut: (name) => `${name} aus der Auswahl nehmen`,
  },
};

/** German, for answers. */
export const resultDe: typeof resultEn = {
  label: 'Ergebnis',
  view: 'Zeigen als',
  tabs: { network: 'Netzwerk', table: 'Tabelle', json: 'JSON' },
  tools: 'Was sich mit dem Ergebnis tun lässt',
  running: 'Läuft …',
  rows: (number) => say(number, 'Zeile', 'Zeilen'),
  soFar: (number) => `bisher ${say(number, 'Zeile', 'Zeilen')}`,
  stopped: (number) => `nach ${say(number, 'Zeile', 'Zeilen')} abgebrochen`,
  cut: (limit) => `die ersten ${limit.toLocaleString('de-DE')}, es gibt mehr`,
  cutByBytes: 'wegen seiner Größe abgeschnitten, es gibt mehr',
  seconds: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`),
  cancel: 'Abbrechen',
  filter: 'Zeilen filtern',
  filterIn: 'Spalte, die gefiltert wird',
  anyColumn: 'in jeder Spalte',
  filtering: 'Wird gefiltert …',
  left: (left, all) => `${left.toLocaleString('de-DE')} von ${all.toLocaleString('de-DE')}`,
  showAll: 'Alle Zeilen zeigen',
  noneLeft: 'In keiner Zeile stehen diese Wörter.',
  sort: (heading, direction) =>
    direction === undefined
      ? `Nach ${heading} sortieren`
      : direction === 'up'
        ? `Nach ${heading} absteigend sortieren`
        : 'Wie die Zeilen kamen',
  more: (number) => `${number} weitere`,
  tooMany: (number) =>
    `${number.toLocaleString('de-DE')} Einträge sind zum Zeichnen zu viele: filtern Sie erst die Zeilen.`,
  replace: 'Nur diese zeigen',
  add: 'Auf die Karte',
  copyLink: 'Link auf diese Abfrage mit ihren Werten kopieren',
  linkCopied: 'Link kopiert',
  linkRefused: 'Der Browser lässt diese Seite nichts kopieren.',
  export: 'Exportieren',
  exportRows: (number) =>
    number === 1
      ? 'Die eine Zeile der Tabelle.'
      : `Die ${say(number, 'Zeile', 'Zeilen')} der Tabelle, in dieser Reihenfolge.`,
  formats: {
    csv: ['CSV', 'für Tabellen und Statistik'],
    xlsx: ['Excel', 'mit echten Daten und Zahlen'],
    json: ['JSON', 'mit dem Netzwerk'],
    jsonl: ['JSON Lines', 'ein Objekt je Zeile'],
  },
  writing: 'Die Datei wird geschrieben …',
  saved: (name) => `Gespeichert als ${name}.`,
  jsonLabel: (lines) => `Die Antwort als JSON, ${say(lines, 'Zeile', 'Zeilen')}`,
  none: 'Die Abfrage hat nichts gefunden.',
  noneText: 'Zu diesen Werten steht nichts in den Daten. Versuchen Sie es mit weniger oder anderen.',
  close: 'Ergebnis schließen',
  resize: 'Höhe des Ergebnisses',
};
