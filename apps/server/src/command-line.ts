/** Reads the command line and the environment, once, into a configuration. */
import { readFileSync } from 'node:fs';
import { createCommand, fromCaller, Option, readArguments } from '@roma-fdi/command-line';
import { type Config, createConfig, defaults, isConnectionString, type Settings } from './config.ts';

/** Each has a variable of its name: ROMA_FDI_ALLOW_HOSTS for `allowHosts`. */
const options: Readonly<Record<keyof Settings, Option>> = {
  port: number('--port <N>', 'port to listen on; 0 takes a free one', defaults.port),
  host: text('--host <ADDRESS>', 'address to listen on', defaults.host),
  data: text('--data <FILE>', "the server's own database; :memory: forgets it", `./${defaults.data}`),
  token: text('--token <TOKEN>', 'token that callers send in X-Auth-Token', 'one made for this run and printed'),
  tokensFile: text('--tokens-file <FILE>', 'tokens, one a line; project IDs behind a token confine it to them', 'none'),
  keysFile: text(
    '--keys-file <FILE>',
    'access keys, each with its secret key, a pair a line; project IDs behind a pair confine it to them',
    'none',
  ),
  keyFile: text(
    '--key-file <FILE>',
    'key that seals passwords, 64 hex digits; made where it is missing',
    'the database file with .key',
  ),
  sqliteRoot: text('--sqlite-root <FOLDER>', 'folder below which SQLITE data sources lie', 'none are offered'),
  allowHosts: list('--allow-host <HOST:PORT>', 'address that data sources may lie at: name, address or network'),
  origins: list('--origin <ORIGIN>', 'web origin that browsers may call from'),
  maxTables: number('--max-tables <N>', 'most tables of a database that are mapped at once', defaults.maxTables),
  maxColumns: number('--max-columns <N>', 'most columns of a database, in all its tables', defaults.maxColumns),
  maxAutoTables: number(
    '--max-auto-tables <N>',
    'most tables of a side that automatic mapping by names and ranges maps at once',
    defaults.maxAutoTables,
  ),
  deadline: number('--deadline <SECONDS>', 'longest time for one request', defaults.deadline),
  logLevel: text('--log-level <LEVEL>', 'silent, error, warn, info or debug', defaults.logLevel),
};

/** Settings that are paths; they count from where the caller stands. */
const paths: readonly string[] = [
  'data',
  'tokensFile',
  'keysFile',
  'keyFile',
  'sqliteRoot',
] satisfies (keyof Settings)[];

const variableOf = (name: string): string => `ROMA_FDI_${name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;

/**
 * @returns The configuration, or the text of `--help` or `--version`.
 * @throws {ConfigError | UsageError} where a setting cannot be used
 */
export function readConfig(args: readonly string[]): Config | string {
  const command = createCommand(
    'roma-fdi-server',
    'The composite tasks of ROMA Connect FDI, self-hosted on real databases.',
  );
  for (const [name, option] of Object.entries(options)) command.addOption(option.env(variableOf(name)));
  command.version(version(), '--version', 'the version').addHelpText(
    'after',
    `
The command line goes before the environment. --allow-host and --origin may come
several times, or take a list with commas.
SIGUSR2 writes a backup beside the server's own database, FILE.backup.
Exit codes: 0 stopped as asked, 1 could not start, 2 a setting cannot be used,
3 the file of its own database was lost while it ran.`,
  );
  const printed = readArguments(command, args);
  if (printed !== undefined) return printed;
  const settings = Object.entries(options).map(([name, option]) => {
    const value = command.getOptionValue(option.attributeName());
    return [name, paths.includes(name) ? pathOf(value || (name === 'data' ? defaults.data : '')) : value];
  });
  return createConfig(Object.fromEntries(settings), (name) => {
    const source = command.getOptionValueSource(options[name].attributeName());
    return source === 'env' ? variableOf(name) : `--${options[name].name()}`;
  });
}

/** What is no path is left to the configuration. */
function pathOf(value: string): string {
  return value === '' || value === ':memory:' || isConnectionString(value) ? value : fromCaller(value);
}

/** An empty variable is as good as none. */
function text(flags: string, description: string, fallback: string): Option {
  return new Option(flags, description).default('', fallback);
}

/** What is no number is left to the configuration, which names it. */
function number(flags: string, description: string, fallback: number): Option {
  return new Option(flags, description)
    .default(fallback)
    .argParser((given) => (/^\d+$/.test(given) ? Number(given) : given || fallback));
}

function list(flags: string, description: string): Option {
  return new Option(flags, description).default([], 'none').argParser<readonly string[]>((given, before) => {
    const parts = given.split(',').map((part) => part.trim());
    return [...before, ...parts.filter(Boolean)];
  });
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
