// Reads the configuration from the environment, once; a bad value stops the start with a sentence that names the variable.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { EntenteError } from './errors.ts';

const loopback = ['127.0.0.1', 'localhost', '::1'];
const hostName = /^[\w.:-]+$/;
const allowedHost = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/;
const uri = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/?#@]+\/?(\?\S*)?$/;
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const environmentSchema = z.object({
  HOST: z
    .string()
    .regex(hostName, 'must be an address or a name of this machine, without port')
    .default('127.0.0.1')
    .describe('Address that the program listens on.'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(4747)
    .describe('Port that the program listens on; 0 takes a free one.'),
  ENTENTE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]*$/, 'must be of letters, digits and signs without spaces')
    .min(32, 'must have at least 32 characters')
    .max(512, 'must have at most 512 characters')
    .optional()
    .describe('What everybody has to know who asks for anything.'),
  ENTENTE_ALLOWED_HOSTS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((name) => name !== ''),
    )
    .refine(
      (names) => names.every((name) => allowedHost.test(name)),
      'must be names like entente.example.org or 10.0.0.5:4747, separated by commas',
    )
    .default([])
    .describe('Names under which browsers may reach the program, besides those of loopback.'),
  ENTENTE_TRUSTED_HOPS: z
    .string()
    .regex(/^\d$/, 'must be how many proxies stand before the program, from 0 to 9')
    .transform(Number)
    .default(0)
    .describe('How many proxies before the program are believed in what they say of the client.'),
  ENTENTE_HOME: z.string().default('.entente').describe("Folder of the program's own files and of the local database."),
  ENTENTE_CACHE: z.string().optional().describe('Folder that the download of Neo4j is kept in, shared by all data.'),
  ENTENTE_NO_INSTALL: z
    .enum(['0', '1'], 'must be 1 (never install packages) or 0')
    .default('0')
    .describe('Whether missing Java or Maven must not be installed.'),
  NEO4J_URI: z
    .string()
    .regex(uri, 'must look like neo4j://host:7687 or neo4j+s://name.databases.neo4j.io')
    .optional()
    .describe('Address of a database to use instead of a local one.'),
  NEO4J_USER: z.string().default('neo4j').describe('User of that database.'),
  NEO4J_PASSWORD: z.string().optional().describe('Password of that user.'),
  NEO4J_DATABASE: z.string().optional().describe("Name of the database; the server's default if not said."),
  NEO4J_HOME: z
    .string()
    .optional()
    .describe("Folder of a user's own download of Neo4j to run the local database from."),
  JAVA_HOME: z.string().optional().describe('Folder of the Java to run the local database with.'),
  LOG_LEVEL: z
    .enum(levels, `must be one of ${levels.join(', ')}`)
    .default('info')
    .describe('How much is logged.'),
});

/** Where the database is: somewhere else, or started by us. */
export type Neo4jConfig =
  | {
      readonly kind: 'remote';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    }
  | { readonly kind: 'local'; readonly neo4jHome?: string };

/** Who may ask for anything, and by which way. */
export interface AccessConfig {
  /** Nothing is asked for where absent, which only loopback allows. */
  readonly token?: string;
  /** `name` or `name:port` in lower case, besides the names of loopback. */
  readonly allowedHosts: readonly string[];
  /** How many proxies before the program are believed. */
  readonly trustedHops: number;
}

/** The configuration of one program; folders are absolute paths. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly access: AccessConfig;
  readonly home: string;
  readonly cache: string;
  readonly javaHome?: string;
  readonly noInstall: boolean;
  readonly logLevel: (typeof levels)[number];
  readonly neo4j: Neo4jConfig;
}

/**
 * The configuration that the environment describes; a variable that is empty counts as not set.
 *
 * @throws {EntenteError} `bad-configuration`, with every faulty variable in one sentence each
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success)
    throw badConfiguration(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    access: accessConfig(values),
    home: resolve(values.ENTENTE_HOME),
    cache: resolve(values.ENTENTE_CACHE ?? defaultCache(set)),
    ...(values.JAVA_HOME === undefined ? {} : { javaHome: values.JAVA_HOME }),
    noInstall: values.ENTENTE_NO_INSTALL === '1',
    logLevel: values.LOG_LEVEL,
    neo4j: neo4jConfig(values),
  };
}

/** The environment of this process with additions, for a program that it runs. */
export function childEnvironment(additions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}

function accessConfig(values: z.infer<typeof environmentSchema>): AccessConfig {
  const { HOST, ENTENTE_TOKEN: token, ENTENTE_ALLOWED_HOSTS: allowedHosts, ENTENTE_TRUSTED_HOPS: trustedHops } = values;
  const isOpen = !loopback.includes(HOST);
  const faults = [
    ...(isOpen && token === undefined ? [`HOST may be ${HOST} only where ENTENTE_TOKEN is set.`] : []),
    ...(isOpen && allowedHosts.length === 0 ? [`HOST may be ${HOST} only where ENTENTE_ALLOWED_HOSTS is set.`] : []),
    ...(!isOpen && token === undefined && allowedHosts.length > 0
      ? ['ENTENTE_ALLOWED_HOSTS may be set only where ENTENTE_TOKEN is: it lets others in than this machine.']
      : []),
    ...(trustedHops > 0 && allowedHosts.length === 0
      ? ['ENTENTE_ALLOWED_HOSTS must be set where ENTENTE_TRUSTED_HOPS is: it is how the proxy is called.']
      : []),
  ];
  if (faults.length > 0) throw badConfiguration(faults);
  return { ...(token === undefined ? {} : { token }), allowedHosts, trustedHops };
}

function neo4jConfig(values: z.infer<typeof environmentSchema>): Neo4jConfig {
  if (values.NEO4J_URI === undefined) {
    return { kind: 'local', ...(values.NEO4J_HOME === undefined ? {} : { neo4jHome: resolve(values.NEO4J_HOME) }) };
  }
  if (values.NEO4J_PASSWORD === undefined) {
    throw badConfiguration(['NEO4J_PASSWORD must be set where NEO4J_URI is.']);
  }
  return {
    kind: 'remote',
    uri: values.NEO4J_URI,
    user: values.NEO4J_USER,
    password: values.NEO4J_PASSWORD,
    ...(values.NEO4J_DATABASE === undefined ? {} : { database: values.NEO4J_DATABASE }),
  };
}

function defaultCache(environment: Readonly<Record<string, string | undefined>>): string {
  const base =
    environment['XDG_CACHE_HOME'] ??
    (process.platform === 'win32' ? environment['LOCALAPPDATA'] : undefined) ??
    (process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache'));
  return join(base, 'entente');
}

function badConfiguration(faults: readonly string[]): EntenteError {
  return new EntenteError({
    code: 'bad-configuration',
    message: faults.join(' '),
    advice: 'Correct the environment and start again.',
    details: { faults },
  });
}
