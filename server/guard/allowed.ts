// What free Cypher may use: clauses, words within clauses, functions, procedures and SHOW forms; everything else is refused.

const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that may begin a clause. */
export const clauses = listed('WITH RETURN MATCH OPTIONAL UNWIND CALL UNION FINISH SHOW');

/** Words that may follow a complete expression or pattern: they join, compare, order and limit, and none begins a clause that writes. */
export const joiningWords = listed(`
  AND OR XOR NOT IN IS AS STARTS ENDS CONTAINS WHEN THEN ELSE END WHERE ORDER SKIP OFFSET LIMIT YIELD USING
  ASC ASCENDING DESC DESCENDING NULL NORMALIZED FROM SHORTEST PATH PATHS GROUP GROUPS
  TIME DATETIME ZONE WITHOUT TIMEZONE VALUE INTEGER PRECISION NODE RELATIONSHIP`);

/** Joining words that end what they belong to; all others want something after them. */
export const endingWords = listed(`
  END ASC ASCENDING DESC DESCENDING NULL NORMALIZED SHORTEST PATH PATHS GROUP GROUPS FINISH
  TIME DATETIME ZONE TIMEZONE VALUE INTEGER PRECISION NODE RELATIONSHIP`);

/** Built-in functions that read, in small letters; left out are those of LOAD CSV and of other graphs. Others are a plug-in's. */
export const functions = listed(`
  abs acos all allshortestpaths any asin atan atan2 avg btrim ceil char_length character_length coalesce collect cos cot
  count date degrees datetime duration e elementid endnode exists exp floor haversin head id isempty isnan keys labels
  last left length localdatetime localtime log log10 lower ltrim max min nodes none normalize nullif percentilecont
  percentiledisc pi point properties radians rand randomuuid range reduce relationships replace reverse right round rtrim
  shortestpath sign sin single size split sqrt startnode stdev stdevp substring sum tail tan time timestamp toboolean
  tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull tolower tostring
  tostringlist tostringornull toupper trim type upper valuetype
  date.realtime date.statement date.transaction date.truncate
  datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction datetime.truncate
  duration.between duration.indays duration.inmonths duration.inseconds
  localdatetime.realtime localdatetime.statement localdatetime.transaction localdatetime.truncate
  localtime.realtime localtime.statement localtime.transaction localtime.truncate
  point.distance point.withinbbox
  time.realtime time.statement time.transaction time.truncate
  vector.similarity.cosine vector.similarity.euclidean`);

/** Procedures that read the graph or say what is in it, spelt as the database spells them. */
export const procedures = listed(`
  db.labels db.relationshipTypes db.propertyKeys
  db.schema.visualization db.schema.nodeTypeProperties db.schema.relTypeProperties
  db.index.fulltext.queryNodes db.index.fulltext.queryRelationships db.index.fulltext.listAvailableAnalyzers
  db.index.vector.queryNodes db.index.vector.queryRelationships`);

/** Words that may stand between SHOW and what is shown; `ALL`, kinds of indexes and of functions. */
export const showKinds = listed('ALL FULLTEXT LOOKUP POINT RANGE TEXT VECTOR BUILT IN USER DEFINED UNIQUE UNIQUENESS');

/** What SHOW may show: it says nothing of other people, their queries, settings or the machine. */
export const showTargets = listed('INDEX INDEXES CONSTRAINT CONSTRAINTS FUNCTION FUNCTIONS');

/** The way out for words that people try. */
export const waysOut: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'INSERT CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH DROP'
      .split(' ')
      .map((name) => [name, 'Free queries only read: change the data in its files and ingest them.']),
  ),
  ...Object.fromEntries(
    'ALTER GRANT DENY REVOKE RENAME START STOP ENABLE DEALLOCATE REALLOCATE DRYRUN'
      .split(' ')
      .map((name) => [name, 'Manage the database with its own tools, as its owner.']),
  ),
  ...Object.fromEntries(
    'EXPLAIN PROFILE'.split(' ').map((name) => [name, 'Leave it out: the plan is shown without running the query.']),
  ),
  CYPHER: 'Leave options out: the query is run as Cypher 5 with the default runtime.',
  LOAD: 'Files and addresses are read by ingestion only; hand a list to a parameter and UNWIND it.',
  USE: 'Leave it out: the database is fixed.',
  TERMINATE: 'Stop a query of your own with the button that cancels it.',
  TRANSACTIONS: 'Leave IN TRANSACTIONS out: a query that reads needs none.',
  PERIODIC: 'Leave USING PERIODIC COMMIT out: a query that reads needs none.',
};
