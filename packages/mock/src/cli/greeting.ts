/** What the command prints when it listens. */
import type { routes } from '@roma-fdi/types';
import { story } from '../story.ts';
import type { Options } from './read-options.ts';

/** The call that the greeting shows. */
const init: keyof typeof routes = 'installMultiTasks';
const farewell = 'Ctrl-C ends it.\n';

export function greetingOfMock(url: string, { document, token = 'any' }: Options): string {
  if (document !== undefined) return `The mock of ${document} listens on ${url}\n\n${farewell}`;
  const body = JSON.stringify(story.request(init, 'auto-mapping'));
  return [
    `The mock of ROMA Connect FDI listens on ${url}`,
    '',
    'Initialise a composite task:',
    '',
    `curl -sS ${url}${story.path(init)} \\`,
    `  -H ${quote(`X-Auth-Token: ${token}`)} -H 'Content-Type: application/json' \\`,
    `  -d ${quote(body)}`,
    '',
    farewell,
  ].join('\n');
}

/** @param upstream whatever it holds besides, its origin is shown */
export function greetingOfGuard(url: string, upstream: string, { record }: Options): string {
  const recording = record === undefined ? '' : `What passes is kept in ${record}, its values redacted.\n`;
  return `The guard of ${new URL(upstream).origin} listens on ${url}\n${recording}\n${farewell}`;
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
