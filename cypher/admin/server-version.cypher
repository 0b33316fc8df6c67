// Which version and edition is this server?
// Parameters: none
// Columns: version (text), edition (text)
// Order: one row
// Bound: one row
CALL dbms.components() YIELD name, versions, edition
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition
LIMIT 1
