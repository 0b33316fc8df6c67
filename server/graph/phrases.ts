// The few words that sentences, legends and pictures need and the vocabulary does not hold, in every interface language.

const phrases = {
  en: {
    undated: 'undated',
    yes: 'yes',
    no: 'no',
    about: 'about {0}',
    uncertain: '{0} (uncertain)',
    since: 'since {0}',
    until: 'until {0}',
    endUnknown: 'from {0}, end not stated',
    startUnknown: 'until {0}, beginning not stated',
    range: '{0} to {1}',
    decade: '{0}s',
    dayUnknown: '{0}, day not stated',
    monthUnknown: '{0}, month not stated',
    season21: 'spring {0}',
    season22: 'summer {0}',
    season23: 'autumn {0}',
    season24: 'winter {0}',
    existingLine: 'holds, agreed or done',
    loose: 'only examined or possible',
    disputed: 'sources disagree',
    oneNode: '1 entity',
    oneRelation: '1 relation',
    manyNodes: '{0} entities',
    manyRelations: '{0} relations',
    relations: 'Relations',
    lines: 'Lines',
    sources: 'Sources',
    sourcesNote: 'Numbers on the lines name the sources of each relation.',
    noSources: 'No relation is shown, so no source is named.',
    version: 'version {0}',
    asOf: 'As of {0}',
    network: 'Network',
    labelsLeftOut: '{0} names left out for want of room',
    oneLabelLeftOut: '1 name left out for want of room',
    emptyPicture: 'There is nothing to show.',
  },
  de: {
    undated: 'ohne Datum',
    yes: 'ja',
    no: 'nein',
    about: 'etwa {0}',
    uncertain: '{0} (unsicher)',
    since: 'seit {0}',
    until: 'bis {0}',
    endUnknown: 'ab {0}, Ende nicht angegeben',
    startUnknown: 'bis {0}, Beginn nicht angegeben',
    range: '{0} bis {1}',
    decade: '{0}er Jahre',
    dayUnknown: '{0}, Tag nicht angegeben',
    monthUnknown: '{0}, Monat nicht angegeben',
    season21: 'Frühjahr {0}',
    season22: 'Sommer {0}',
    season23: 'Herbst {0}',
    season24: 'Winter {0}',
    existingLine: 'besteht, vereinbart oder erfolgt',
    loose: 'nur geprüft oder möglich',
    disputed: 'Quellen widersprechen sich',
    oneNode: '1 Eintrag',
    oneRelation: '1 Beziehung',
    manyNodes: '{0} Einträge',
    manyRelations: '{0} Beziehungen',
    relations: 'Beziehungen',
    lines: 'Linien',
    sources: 'Quellen',
    sourcesNote: 'Die Zahlen an den Linien nennen die Quellen jeder Beziehung.',
    noSources: 'Es ist keine Beziehung zu sehen, also keine Quelle genannt.',
    version: 'Fassung {0}',
    asOf: 'Stand: {0}',
    network: 'Netzwerk',
    labelsLeftOut: '{0} Namen ohne Platz weggelassen',
    oneLabelLeftOut: '1 Name ohne Platz weggelassen',
    emptyPicture: 'Es gibt nichts zu zeigen.',
  },
} as const;

/** Name of a phrase. */
export type PhraseId = keyof (typeof phrases)['en'];

/** The language in which words can be had: the one asked for where it is an interface language, else English. */
export function wordLanguage(lang: string): 'en' | 'de' {
  return lang === 'de' ? 'de' : 'en';
}

/** A phrase in a language (English where it has none), with `{0}`, `{1}` filled in. */
export function phrase(lang: string, id: PhraseId, ...values: readonly (string | number)[]): string {
  return phrases[wordLanguage(lang)][id].replace(/\{(\d)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : String(value);
  });
}
