/** What the demo prints at its end: the mapping, how good it is, and how to go on. */
import { routes } from '@roma-fdi/types';
import type { Host } from './host.ts';
import { correspondencesOf } from './mapping-element.ts';
import { mappingTable } from './mapping-table.ts';
import { expectedMapping } from './samples.ts';
import type { Scene } from './scene.ts';
import { type Score, score } from './score.ts';
import type { Outcome } from './story.ts';
import type { Terminal } from './terminal.ts';
import { type Unmapped, unmappedList } from './unmapped-list.ts';

export interface Place {
  readonly projectId: string;
  readonly instanceId: string;
}

export interface Facts {
  readonly scene: Scene;
  readonly host: Host;
  readonly place: Place;
  readonly outcome: Outcome;
  readonly leftOut: readonly Unmapped[];
}

export function report({ scene, host, place, outcome, leftOut }: Facts, terminal: Terminal): string {
  const { paint } = terminal;
  const names = { source: scene.source.name, target: scene.target.name };
  const title = (text: string): string => paint('bold', text);
  return [
    mappingTable(outcome.mappings, { ...names, terminal }),
    unmappedList(outcome.mappings, { ...names, unmapped: leftOut, terminal }),
    ...(scene.samples ? [quality(outcome, terminal)] : []),
    `${title('Composite task')}  ${paint('cyan', outcome.taskId)}`,
    [
      title('Running until you press Ctrl-C'),
      `  server  ${host.server}   the API on real databases`,
      `  mock    ${host.mock}   the same API, answering with its examples`,
      `  docs    ${host.docs}  every operation, field and error`,
    ].join('\n'),
    `${title('The same in TypeScript')}, with packages/client\n\n${indented(typescript(host, place, outcome))}`,
    `${title('The same with cURL')}\n\n${curl(host, place, outcome)}`,
    [
      title('Next'),
      '  npm start -- --source FILE --target FILE   two SQLite databases of your own; they are only read',
      '  npm start -- --reset                       begin anew',
      '  npm run server -- --help                   the server alone, PostgreSQL sources included',
      '  npm run mock -- --help                     the mock alone, for your tests',
    ].join('\n'),
  ].join('\n\n');
}

/** Measured against the mapping that was written by hand before the matcher was first run on the samples. */
function quality({ mappings }: Outcome, { paint }: Terminal): string {
  const { tables, columns } = score(correspondencesOf(mappings), expectedMapping());
  const line = (what: string, { right, predicted, expected, precision, recall }: Score): string =>
    `  ${what}  ${right} right of ${predicted} proposed (precision ${percent(precision)}), of ${expected} true ones (recall ${percent(recall)})`;
  return [
    'Against the mapping written by hand (apps/demo/samples):',
    line('tables ', tables),
    line('columns', columns),
    paint('dim', '  The samples are hard on purpose. So far the matcher knows equal names, however'),
    paint('dim', '  they are spelt; abbreviations and synonyms it does not know yet.'),
  ].join('\n');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function typescript({ server, token }: Host, { projectId, instanceId }: Place, { request }: Outcome): string {
  return `import { createFdiClient } from '@roma-fdi/client';

const fdi = createFdiClient({
  baseUrl: '${server}',
  projectId: '${projectId}',
  instanceId: '${instanceId}',
  token: '${token}',
});
const [pair] = await fdi.compositeTasks.init(${JSON.stringify(request, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'")});
for await (const mapping of fdi.compositeTasks.mappings.iterate(pair!.task_id)) {
  console.log(mapping.source_table, '->', mapping.target_table, mapping.mapping_percent);
}`;
}

function curl({ server, token }: Host, { projectId, instanceId }: Place, { request }: Outcome): string {
  const path = routes.installMultiTasks.path.replace('{project_id}', projectId).replace('{instance_id}', instanceId);
  return `curl -sS -X ${routes.installMultiTasks.method} ${server}${path} -H 'X-Auth-Token: ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(request)}'`;
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
