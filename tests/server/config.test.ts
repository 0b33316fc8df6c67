// What the environment may say, and what is said about what it may not.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

const aura = { NEO4J_URI: 'neo4j+s://0a1b2c3d.databases.neo4j.io', NEO4J_PASSWORD: 'secret' };

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4747,
      home: resolve('.entente'),
      cache: expect.stringContaining('entente'),
      noInstall: false,
      logLevel: 'info',
      neo4j: { kind: 'local' },
    });
  });

  it('counts what is empty as not set', () => {
    expect(readConfig({ HOST: '', PORT: '', NEO4J_URI: '' })).toEqual(readConfig({}));
  });

  it.each([
    [
      { HOST: 'localhost', PORT: '0' },
      { host: 'localhost', port: 0 },
    ],
    [
      { HOST: '::1', LOG_LEVEL: 'debug' },
      { host: '::1', logLevel: 'debug' },
    ],
    [
      { ENTENTE_HOME: '/srv/entente', ENTENTE_CACHE: '/srv/cache' },
      { home: '/srv/entente', cache: '/srv/cache' },
    ],
    [{ XDG_CACHE_HOME: '/srv/xdg' }, { cache: join('/srv/xdg', 'entente') }],
    [{ ENTENTE_NO_INSTALL: '1' }, { noInstall: true }],
    [{ JAVA_HOME: '/opt/java' }, { javaHome: '/opt/java' }],
    [{ NEO4J_HOME: '/opt/neo4j' }, { neo4j: { kind: 'local', neo4jHome: '/opt/neo4j' } }],
    [aura, { neo4j: { kind: 'remote', uri: aura.NEO4J_URI, user: 'neo4j', password: 'secret' } }],
    [
      { ...aura, NEO4J_USER: 'reader', NEO4J_DATABASE: 'pacts', NEO4J_HOME: '/opt/neo4j' },
      { neo4j: { kind: 'remote', uri: aura.NEO4J_URI, user: 'reader', password: 'secret', database: 'pacts' } },
    ],
  ])('takes %j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'HOST must be 127.0.0.1, localhost or ::1'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace'],
    [{ ENTENTE_NO_INSTALL: 'yes' }, 'ENTENTE_NO_INSTALL must be 1'],
    [{ ...aura, NEO4J_URI: 'http://localhost:7474' }, 'NEO4J_URI must look like neo4j://'],
    [{ ...aura, NEO4J_URI: 'neo4j://me:secret@host' }, 'NEO4J_URI must look like neo4j://'],
    [{ NEO4J_URI: aura.NEO4J_URI }, 'NEO4J_PASSWORD must be set where NEO4J_URI is'],
    [
      { HOST: 'example.org', PORT: 'x' },
      'HOST must be 127.0.0.1, localhost or ::1: there is no access control yet. PORT',
    ],
  ])('refuses %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: 'bad-configuration', message: expect.stringContaining(sentence) as string }),
    );
  });

  it('keeps the download with the user and not with the data', () => {
    expect(readConfig({}).cache.startsWith(homedir())).toBe(true);
    expect(readConfig({ ENTENTE_HOME: '/a' }).cache).toBe(readConfig({ ENTENTE_HOME: '/b' }).cache);
  });
});
