// Files under cypher/ taken apart: what their heads say is what they do.
import { describe, expect, it } from 'vitest';
import { loadStatement, parseStatement, statementNames } from '../../server/neo4j/statements.ts';

const source = `// Who is linked to an entity,
// and by what?
// Parameters: $id (of the entity), $types (relation types;
//   all where empty), $limit
// Columns: node (an entity), relation (its link {type, id}), total
// Order: relation id
// Bound: $limit
MATCH (n:Entity {id: $id}) // not part of the head: $other
RETURN n;
`;

describe('a statement', () => {
  it('says in its head what it asks, takes and gives', () => {
    expect(parseStatement('read/x', source).header).toEqual({
      question: 'Who is linked to an entity, and by what?',
      parameters: ['id', 'types', 'limit'],
      columns: ['node', 'relation', 'total'],
      order: 'relation id',
      bound: '$limit',
    });
  });

  it('goes to the database as it stands, without the semicolon', () => {
    expect(parseStatement('read/x', source).text.endsWith('RETURN n')).toBe(true);
  });

  it('is read once', () => {
    expect(loadStatement('admin/server-version')).toBe(loadStatement('admin/server-version'));
  });

  it('that is not there is an error with its name', () => {
    expect(() => loadStatement('read/no-such')).toThrow('read/no-such');
  });
});

describe.each(statementNames('schema', 'admin').map((name) => [name]))('cypher/%s', (name) => {
  const { header, text } = loadStatement(name);
  it('has a whole head, and names the parameters that it uses', () => {
    expect(header.question).toMatch(/[.?]$/);
    expect(header.order).not.toBe('');
    expect(header.bound).not.toBe('');
    const body = text.split('\n').filter((line) => !line.startsWith('//'));
    const used = new Set([...body.join('\n').matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect(new Set(header.parameters)).toEqual(used);
  });
});
