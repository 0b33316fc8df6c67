// What can go wrong with a local database, one sentence each, with what to do.
import { EntenteError } from '../../errors.ts';

const byAddress = 'or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to use a database that runs elsewhere';

const installCommands: Readonly<Record<string, string>> = {
  debian: 'on Debian or Ubuntu: sudo apt-get install -y maven openjdk-17-jre-headless',
  fedora: 'on Fedora: sudo dnf install -y maven java-21-openjdk-headless',
  macos: 'on macOS: brew install maven openjdk@21',
  windows: 'on Windows: winget install EclipseAdoptium.Temurin.21.JRE Apache.Maven',
};

/** Java or Maven is missing and is not to be, or cannot be, installed by us. */
export function missingTools(missing: readonly string[], system: string | undefined): EntenteError {
  const own = system === undefined ? undefined : installCommands[system];
  return new EntenteError({
    code: 'tools-missing',
    message: `The local database needs ${missing.join(' and ')}, which this machine lacks.`,
    advice: `Install it ${own ?? Object.values(installCommands).join('; ')}; ${byAddress}.`,
    details: { missing },
  });
}

/** The newest Java on the machine is too old. */
export function javaTooOld(found: number, needed: number): EntenteError {
  return new EntenteError({
    code: 'java-too-old',
    message: `The local database needs Java ${needed}, and the newest on this machine is Java ${found}.`,
    advice: `Install Java ${needed} and, if it is not found, set JAVA_HOME to it; ${byAddress}.`,
    details: { found, needed },
  });
}

/** Installing packages was tried and failed. */
export function installFailed(packages: readonly string[], output: string): EntenteError {
  return new EntenteError({
    code: 'install-failed',
    message: `Installing ${packages.join(' and ')} failed: ${lastLine(output)}`,
    advice: `Install by hand with apt-get install ${packages.join(' ')}, ${byAddress}.`,
    cause: output,
  });
}

/** Maven could not bring the server. */
export function downloadFailed(output: string): EntenteError {
  if (/No space left|not enough space|disk full/i.test(output)) return diskFull('the download of Neo4j');
  const reasons = downloadReasons.filter(([sign]) => sign.test(output)).map(([, sentence]) => sentence);
  return new EntenteError({
    code: 'download-failed',
    message: `Neo4j could not be fetched through Maven${reasons.length === 0 ? '' : `: ${reasons[0]}`}.`,
    advice: `Check the connection (behind a proxy, Maven takes it from ~/.m2/settings.xml) and start again, set NEO4J_HOME to a download of your own, ${byAddress}.`,
    cause: output.slice(-5_000),
  });
}

const downloadReasons: readonly (readonly [sign: RegExp, sentence: string])[] = [
  [/PKIX|certificate_unknown/, 'Java does not trust a certificate on the way, as behind some company proxies'],
  [/UnknownHost|Unknown host|Name or service not known|resolve host/i, 'its address cannot be found'],
  [/timed out|Connection refused|Network is unreachable|No route to host/i, 'nothing answers'],
  [/407|Proxy Authentication/, 'the proxy asks for a password'],
  [/Checksum validation failed/, 'what came is damaged'],
];

/** Too little room for what is to be written. */
export function diskFull(what: string, path?: string): EntenteError {
  return new EntenteError({
    code: 'disk-full',
    message: `The disk has no room for ${what}${path === undefined ? '' : ` under ${path}`}.`,
    advice: 'Free at least 1 GB, or set ENTENTE_HOME and ENTENTE_CACHE to folders on another disk.',
  });
}

/** Nothing can be written under ENTENTE_HOME. */
export function badHome(folder: string, cause: unknown): EntenteError {
  return new EntenteError({
    code: 'bad-home',
    message: `The folder ${folder} cannot be written to.`,
    advice: 'Set ENTENTE_HOME to a folder that you may write to.',
    cause,
  });
}

/** NEO4J_HOME does not hold what it should. */
export function badNeo4jHome(path: string, why: string): EntenteError {
  return new EntenteError({
    code: 'bad-neo4j-home',
    message: `NEO4J_HOME (${path}) ${why}.`,
    advice: 'Set it to the unpacked folder of Neo4j Community 5.26 or later, or leave it out to have one fetched.',
  });
}

/** The password file and the data do not belong together. */
export function passwordLost(home: string): EntenteError {
  return new EntenteError({
    code: 'wrong-password',
    message: `The local database refuses the password in ${home}/password.`,
    advice: `Put the file that belongs to the data back, or remove ${home} and ingest again.`,
  });
}

/** The server ended, or did not answer, while it was started. */
export function startFailed(consoleText: string, logs: string): EntenteError {
  if (/No space left on device/i.test(consoleText)) return diskFull('the local database', logs);
  if (/insufficient memory|Could not reserve enough space|Cannot allocate memory/i.test(consoleText)) {
    return new EntenteError({
      code: 'memory-short',
      message: 'This machine has too little free memory for the local database.',
      advice: `Free about 2 GB, ${byAddress}.`,
    });
  }
  return new EntenteError({
    code: 'database-start-failed',
    message: 'The local database did not start.',
    advice: `Look into ${logs}/console.log for the reason, ${byAddress}.`,
    cause: consoleText.slice(-5_000),
  });
}

/** Another program serves the same home. */
export function alreadyRunning(address: string | undefined, pid: number): EntenteError {
  return new EntenteError({
    code: 'already-running',
    status: 409,
    message: `The program runs already${address === undefined ? '' : ` at ${address}`} (process ${pid}).`,
    advice: 'Open that address, stop that program first, or set ENTENTE_HOME to another folder.',
    details: { pid, ...(address === undefined ? {} : { address }) },
  });
}

/** The local database has died and is being started again. */
export function startingAgain(): EntenteError {
  return new EntenteError({
    code: 'database-starting-again',
    status: 503,
    message: 'The database has stopped and is starting again.',
    advice: 'Try again in about ten seconds.',
    details: { retryAfterSeconds: 10 },
  });
}

/** The local database died too often. */
export function keepsDying(logs: string): EntenteError {
  return new EntenteError({
    code: 'database-failed',
    status: 503,
    message: 'The local database keeps stopping and is not started any more.',
    advice: `Look into ${logs} for the reason and start the program again.`,
  });
}

/** The program that the database belonged to has ended. */
export function stopped(): EntenteError {
  return new EntenteError({
    code: 'database-stopped',
    status: 503,
    message: 'The database was stopped with the program that it belongs to.',
    advice: 'Run the command again.',
  });
}

function lastLine(output: string): string {
  const line = output.trim().split('\n').at(-1) ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
