// Makes the id of an entity unique among all entities of all data sets.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
CREATE CONSTRAINT entity_id IF NOT EXISTS
FOR (entity:Entity) REQUIRE entity.id IS UNIQUE
