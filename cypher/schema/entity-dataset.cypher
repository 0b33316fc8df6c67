// Lets the entities that one data set owns be found without a look at all others.
// Parameters: none
// Columns: none
// Order: no rows
// Bound: no rows
CREATE RANGE INDEX entity_dataset IF NOT EXISTS
FOR (entity:Entity) ON (entity.dataset)
