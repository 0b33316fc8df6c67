// What the environment may say, and what is said about what it may not.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

const token = '0123456789abcdef0123456789ABCDEF';
const team = {
  HOST: '0.0.0.0',
  ENTENTE_TOKEN: token,
  ENTENTE_ALLOWED_HOSTS: 'Entente.example.org, 10.0.0.5:4747',
  ENTENTE_TRUSTED_HOPS: '1',
};
const aura = { NEO4J_URI: 'neo4j+s://0a1b2c3d.databases.neo4j.io', NEO4J_PASSWORD: 'secret' };

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4747,
      access: { allowedHosts: [], trustedHops: 0 },
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
    [
      team,
      { host: '0.0.0.0', access: { token, allowedHosts: ['entente.example.org', '10.0.0.5:4747'], trustedHops: 1 } },
    ],
    [{ ENTENTE_TOKEN: token }, { host: '127.0.0.1', access: { token, allowedHosts: [], trustedHops: 0 } }],
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
    [{ HOST: 'http://here' }, 'HOST must be an address or a name of this machine'],
    [
      { HOST: '0.0.0.0' },
      'HOST may be 0.0.0.0 only where ENTENTE_TOKEN is set. HOST may be 0.0.0.0 only where ENTENTE_ALLOWED',
    ],
    [{ ...team, ENTENTE_TOKEN: '' }, 'HOST may be 0.0.0.0 only where ENTENTE_TOKEN is set.'],
    [{ ...team, ENTENTE_ALLOWED_HOSTS: ' , ' }, 'HOST may be 0.0.0.0 only where ENTENTE_ALLOWED_HOSTS is set.'],
    [{ ...team, ENTENTE_TOKEN: 'x'.repeat(31) }, 'ENTENTE_TOKEN must have at least 32 characters'],
    [{ ...team, ENTENTE_TOKEN: 'x'.repeat(513) }, 'ENTENTE_TOKEN must have at most 512 characters'],
    [{ ...team, ENTENTE_TOKEN: 'a token with spaces and a good length' }, 'ENTENTE_TOKEN must be of letters'],
    [{ ...team, ENTENTE_ALLOWED_HOSTS: 'https://entente.example.org' }, 'ENTENTE_ALLOWED_HOSTS must be names like'],
    [{ ...team, ENTENTE_ALLOWED_HOSTS: 'good.example.org, *.example.org' }, 'ENTENTE_ALLOWED_HOSTS must be names like'],
    [{ ...team, ENTENTE_TRUSTED_HOPS: 'true' }, 'ENTENTE_TRUSTED_HOPS must be how many proxies'],
    [{ ...team, ENTENTE_TRUSTED_HOPS: '-1' }, 'ENTENTE_TRUSTED_HOPS must be how many proxies'],
    [{ ENTENTE_ALLOWED_HOSTS: 'entente.example.org' }, 'ENTENTE_ALLOWED_HOSTS may be set only where ENTENTE_TOKEN is'],
    [{ ENTENTE_TRUSTED_HOPS: '1' }, 'ENTENTE_ALLOWED_HOSTS must be set where ENTENTE_TRUSTED_HOPS is'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace'],
    [{ ENTENTE_NO_INSTALL: 'yes' }, 'ENTENTE_NO_INSTALL must be 1'],
    [{ ...aura, NEO4J_URI: 'http://localhost:7474' }, 'NEO4J_URI must look like neo4j://'],
    [{ ...aura, NEO4J_URI: 'neo4j://me:secret@host' }, 'NEO4J_URI must look like neo4j://'],
    [{ NEO4J_URI: aura.NEO4J_URI }, 'NEO4J_PASSWORD must be set where NEO4J_URI is'],
    [{ HOST: 'example.org:80/', PORT: 'x' }, 'HOST must be an address or a name of this machine, without port. PORT'],
  ])('refuses %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: 'bad-configuration', message: expect.stringContaining(sentence) as string }),
    );
  });

  it('keeps the download with the user and not with the data', () => {
    expect(readConfig({}).cache.startsWith(homedir())).toBe(true);
    expect(readConfig({ ENTENTE_HOME: '/a' }).cache).toBe(readConfig({ ENTENTE_HOME: '/b' }).cache);
  });

  it('does not repeat a token that it refuses', () => {
    const secret = 'a secret that is too short';
    expect(() => readConfig({ ENTENTE_TOKEN: secret })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') as string }),
    );
  });
});
