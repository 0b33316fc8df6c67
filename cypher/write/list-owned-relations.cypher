// Which relations does a data set own, and with which content?
// Parameters: $dataset (id of the data set)
// Columns: id, type, from, to, hash
// Order: from, to, id
// Bound: none, it is the whole data set: five short texts a row
MATCH (from:Entity)-[relation {dataset: $dataset}]->(to:Entity)
RETURN relation.id AS id, type(relation) AS type, from.id AS from, to.id AS to, relation.hash AS hash
ORDER BY from, to, id
