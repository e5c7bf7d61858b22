/** What stands above the result: where everything runs, how to make the same call oneself, and what to try next. */

import type { Terminal } from '@roma-fdi/automap-cli/printing/terminal';
import { routes } from '@roma-fdi/types';
import type { Host } from './host.ts';
import type { Service } from './settings.ts';
import type { Outcome } from './story.ts';

export interface Place {
  readonly projectId: string;
  readonly instanceId: string;
}

/** Runs as it lies; the Node beside it is new enough, whatever the machine has. */
const example = 'node_modules/.bin/node packages/client/examples/demo.ts';
/** Where the example looks when it is told no other address. */
const exampleServer = 'http://127.0.0.1:4020';

export function opening(host: Host, place: Place, outcome: Outcome, { paint }: Terminal): string {
  const title = (text: string): string => paint('bold', text);
  const moved = (service: Service): string =>
    host.taken[service] === undefined ? '' : paint('yellow', ` (port ${host.taken[service]} is taken)`);
  return [
    `${title('Running until you press Ctrl-C')}; the composite task is ${paint('cyan', outcome.taskId)}`,
    `  server  ${host.server}   the API on real databases${moved('server')}`,
    `  mock    ${host.mock}   the same API, answering with its examples${moved('mock')}`,
    `  docs    ${host.docs}  every operation, field and error${moved('docs')}`,
    title('The same call in TypeScript, and with cURL'),
    `  ${example} ${host.token}${host.server === exampleServer ? '' : ` ${host.server}`}`,
    curl(host, place, outcome),
    title('Next'),
    '  npm start -- --source FILE --target FILE   your SQLite databases, only read',
    '  npm run server -- --help                   the server alone, PostgreSQL too',
    '  npm run mock -- --help                     the mock alone, for your tests',
  ].join('\n');
}

function curl({ server, token }: Host, { projectId, instanceId }: Place, { request }: Outcome): string {
  const path = routes.installMultiTasks.path.replace('{project_id}', projectId).replace('{instance_id}', instanceId);
  return `curl -sS -X ${routes.installMultiTasks.method} ${server}${path} -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(request)}'`;
}
