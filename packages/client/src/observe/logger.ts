/** Log lines of calls, facts with names, as a listener beside the user's hooks. */
import type { CallFacts } from '../errors/fdi-error.ts';
import { isApiError, isConnectionError, isFdiError } from '../errors/guards.ts';
import type { Hooks } from './hooks.ts';

/** What lines are written to: `console` is one, and so are the loggers of the field. */
export interface Logger {
  debug(line: string): unknown;
  info(line: string): unknown;
  warn(line: string): unknown;
  error(line: string): unknown;
}

/** From the most lines to the fewest. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const satisfies readonly (keyof Logger)[];

const levelNames: readonly string[] = logLevels;

/** Variable of the environment that has the client log, from this level on. */
export const logVariable = 'ROMA_FDI_LOG';

/** Standard error for all levels: what a program prints on standard output may be read by another one. */
const standardError: Logger = {
  debug: (line) => console.error(line),
  info: (line) => console.error(line),
  warn: (line) => console.error(line),
  error: (line) => console.error(line),
};

/**
 * The logger that the options and the environment ask for: the given one, else standard error where `ROMA_FDI_LOG` is set; with lines from
 * the level on that the variable names, or all. Undefined where nobody asks.
 */
export function chooseLogger(given: Logger | undefined): Logger | undefined {
  const wanted = environmentVariable(logVariable);
  if (!given && !wanted) return undefined;
  const sink = given ?? standardError;
  const least = levelNames.indexOf(wanted ?? 'debug');
  if (least === -1) write(sink, 'warn', `roma-fdi ${logVariable} must be one of ${levelNames.join(', ')}.`);
  // A misspelt level is no reason to log everything.
  const from = least === -1 ? logLevels.indexOf('warn') : least;
  const at = (level: keyof Logger) =>
    logLevels.indexOf(level) < from ? () => {} : (line: string) => write(sink, level, line);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A logger that fails breaks no call, and there is nobody to report it to. */
function write(sink: Logger, level: keyof Logger, line: string): void {
  try {
    sink[level](line);
  } catch {}
}

/** One line for an attempt (debug), one for a wait and for a success (info), one for a failure (warn where the caller is told no, else error). */
export function logLines(logger: Logger): Hooks {
  return {
    onAnswer({ call, attempt, duration, status, requestId, error }) {
      logger.debug(line('attempt', call, { attempt, ...ended(duration, status, requestId, error) }));
    },
    onRetry({ call, attempt, wait, error }) {
      logger.info(line('retry', call, { attempt, wait_ms: Math.round(wait), ...factsOf(error) }));
    },
    onOutcome({ call, attempts, duration, status, requestId, error }) {
      const level = error === undefined ? 'info' : status !== undefined && status < 500 ? 'warn' : 'error';
      logger[level](line('call', call, { attempts, ...ended(duration, status, requestId, error) }));
    },
  };
}

type Facts = Readonly<Record<string, string | number | undefined>>;

function ended(duration: number, status?: number, requestId?: string, error?: unknown): Facts {
  return { status, duration_ms: Math.round(duration), request_id: requestId, ...factsOf(error) };
}

/** No messages, which others have written. */
function factsOf(error: unknown): Facts {
  if (error === undefined) return {};
  if (!isFdiError(error)) return { error: error instanceof Error ? error.name : typeof error };
  const code = isApiError(error) || isConnectionError(error) ? error.code : undefined;
  return { error: error.name, code, failure: isApiError(error) ? error.failure : undefined };
}

function line(what: string, { operation, method, path }: CallFacts, facts: Facts): string {
  const all = { operation, method, path, ...facts };
  const shown = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}`],
  );
  return ['roma-fdi', what, ...shown].join(' ');
}

/** A value of one word as it is; any other as a JSON text, so that a line stays one. */
function quoted(value: string | number): string {
  return /^[\w./:%-]+$/.test(String(value)) ? String(value) : JSON.stringify(value);
}

interface Environment {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** Undefined where there is no environment, or it may not be read. */
function environmentVariable(name: string): string | undefined {
  try {
    return (globalThis as Environment).process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
