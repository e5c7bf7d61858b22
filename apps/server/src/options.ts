/** The settings: their flags, variables and words, and the help that is made of them. */

export interface Option {
  readonly flag: string;
  readonly variable: string;
  readonly value: string;
  readonly help: string;
  readonly many?: boolean;
}

export const options = {
  port: {
    flag: 'port',
    variable: 'ROMA_FDI_PORT',
    value: 'N',
    help: 'port to listen on; 0 takes a free one (default 4020)',
  },
  host: { flag: 'host', variable: 'ROMA_FDI_HOST', value: 'ADDRESS', help: 'address to listen on (default 127.0.0.1)' },
  data: {
    flag: 'data',
    variable: 'ROMA_FDI_DATA',
    value: 'FILE',
    help: "the server's own database; :memory: forgets it (default ./roma-fdi.db)",
  },
  token: {
    flag: 'token',
    variable: 'ROMA_FDI_TOKEN',
    value: 'TOKEN',
    help: 'token that callers send in X-Auth-Token (default: one made for this run and printed)',
  },
  tokensFile: {
    flag: 'tokens-file',
    variable: 'ROMA_FDI_TOKENS_FILE',
    value: 'FILE',
    help: 'tokens, one a line; project IDs behind a token confine it to them',
  },
  keyFile: {
    flag: 'key-file',
    variable: 'ROMA_FDI_KEY_FILE',
    value: 'FILE',
    help: 'key that seals passwords, 64 hex digits; made where it is missing (default: the database file with .key)',
  },
  sqliteRoot: {
    flag: 'sqlite-root',
    variable: 'ROMA_FDI_SQLITE_ROOT',
    value: 'FOLDER',
    help: 'folder below which SQLITE data sources lie (default: none are offered)',
  },
  allowHosts: {
    flag: 'allow-host',
    variable: 'ROMA_FDI_ALLOW_HOSTS',
    value: 'HOST:PORT',
    help: 'address that data sources may lie at: name, address or network (default: none)',
    many: true,
  },
  origins: {
    flag: 'origin',
    variable: 'ROMA_FDI_ORIGINS',
    value: 'ORIGIN',
    help: 'web origin that browsers may call from (default: none)',
    many: true,
  },
  maxTables: {
    flag: 'max-tables',
    variable: 'ROMA_FDI_MAX_TABLES',
    value: 'N',
    help: 'most tables of a database that are mapped at once (default 20000)',
  },
  deadline: {
    flag: 'deadline',
    variable: 'ROMA_FDI_DEADLINE',
    value: 'SECONDS',
    help: 'longest time for one request (default 60)',
  },
  logLevel: {
    flag: 'log-level',
    variable: 'ROMA_FDI_LOG_LEVEL',
    value: 'LEVEL',
    help: 'silent, error, warn, info or debug (default info)',
  },
} as const satisfies Record<string, Option>;

export const help = `roma-fdi-server: the composite tasks of ROMA Connect FDI, self-hosted on real databases

Usage: roma-fdi-server [options]

${Object.values(options)
  .map(
    ({ flag, value, variable, help: text }) =>
      `  ${`--${flag} ${value}`.padEnd(24)} ${text}\n${' '.repeat(27)}[${variable}]`,
  )
  .join('\n')}
  ${'--help'.padEnd(24)} this text
  ${'--version'.padEnd(24)} the version

Options that may come several times take a comma-separated list in the environment.
Exit codes: 0 stopped as asked, 1 could not start, 2 a setting cannot be used.`;
