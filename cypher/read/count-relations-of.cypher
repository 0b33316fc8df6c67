// How many relations of each type and direction does an entity have?
// Parameters: $id (entity id)
// Columns: type (relation type), direction (out or in), relations (how many)
// Order: type, direction
// Bound: two rows a type
MATCH (entity:Entity {id: $id})-[relation]-(:Entity)
WITH type(relation) AS type, CASE WHEN startNode(relation) = entity THEN 'out' ELSE 'in' END AS direction
RETURN type, direction, count(*) AS relations
ORDER BY type, direction
