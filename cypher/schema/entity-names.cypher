// Lets entities be found by every name and alias in every language, letters folded (Yesilgoz finds Yeşilgöz).
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
FOR (entity:Entity) ON EACH [entity.allNames]
OPTIONS { indexConfig: {
  `fulltext.analyzer`: 'standard-folding',
  `fulltext.eventually_consistent`: false
} }
