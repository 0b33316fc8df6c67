// Which entity has this id?
// Parameters: $id (entity id)
// Columns: entity (node)
// Order: none, ids are unique
// Bound: 1
MATCH (entity:Entity {id: $id})
RETURN entity
