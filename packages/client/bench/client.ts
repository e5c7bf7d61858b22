/** What the packed client adds to a call, against raw fetch and the clients of others in the same run. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { packClient } from '../test/packed-client.ts';
import { compare, type Figure } from './parts/compare.ts';
import { ownCallers, rawFetch } from './parts/own-callers.ts';
import { peerCallers } from './parts/peer-callers.ts';

const command = createCommand(
  'npm run bench -- client',
  `Calls init one after another through the client as it is published, with retries, deadline, errors and checks on, and prints what a call
takes: over HTTP against a server in another process, within the process against a stubbed fetch with two bytes, and the first one after
the start. Batches of raw fetch and of each client alternate; a ratio is the median of the paired ratios. Peers that are not installed are
left out: \`npx pnpm --dir packages/client/bench/peers install\`.`,
)
  .addOption(
    wholeNumber('--columns <N>', 'columns on each side of the ten mappings: 6 for an answer of 23 KB, 15 for 53 KB', {
      default: 6,
      most: 999_999,
    }),
  )
  .addOption(wholeNumber('--batches <N>', 'pairs of batches', { default: 150, least: 1, most: 999_999 }))
  .addOption(wholeNumber('--calls <N>', 'calls in a batch', { default: 10, least: 1, most: 999_999 }))
  .addOption(wholeNumber('--starts <N>', 'cold starts, of which the best counts', { default: 15, least: 1, most: 999 }))
  .option('--json <FILE>', 'also write the figures to FILE');
const { columns, batches, calls, starts, json } = readProcessArguments<{
  readonly columns: number;
  readonly batches: number;
  readonly calls: number;
  readonly starts: number;
  readonly json?: string;
}>(command);

const part = (name: string, ...rest: string[]): ChildProcess =>
  fork(new URL(`./parts/${name}.ts`, import.meta.url), rest);
const said = async <T>(child: ChildProcess): Promise<T> => (await once(child, 'message'))[0] as T;
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

const { folder, remove } = await packClient(['openapi-fetch', 'undici']);
const server = part('init-server', String(columns));
try {
  const { port, bytes } = await said<{ port: number; bytes: number }>(server);
  const baseUrl = `http://127.0.0.1:${port}`;
  const peers = await peerCallers(baseUrl);
  const callers = { ...(await ownCallers(folder, baseUrl)), ...peers };
  const raw = ['raw fetch + JSON.parse', rawFetch(baseUrl)] as const;
  const http = await compare(raw, callers, { batches, calls });
  // The young generation holds what is counted.
  const young = ['--min-semi-space-size=128', '--max-semi-space-size=128'];
  const within = fork(new URL('./parts/in-process.ts', import.meta.url), [folder], {
    execArgv: [...process.execArgv, ...young],
  });
  const inProcess = await said<(Figure & { readonly added_heap_bytes: number })[]>(within);
  const cold = { raw: Number.POSITIVE_INFINITY, '@roma-fdi/client/calls': Number.POSITIVE_INFINITY };
  for (let start = 0; start < starts; start++) {
    for (const name of ['raw', '@roma-fdi/client/calls'] as const) {
      cold[name] = Math.min(cold[name], await said<number>(part('cold-start', name, folder, baseUrl)));
    }
  }

  console.log(`init, Node ${process.versions.node}, over HTTP, an answer of ${(bytes / 1000).toFixed(1)} KB`);
  console.table(
    http.map(({ name, call_us, ratio, added_us, cpu_ratio }) => ({
      '': name,
      'call, us': round(call_us),
      'over raw fetch': `${ratio.toFixed(2)} x`,
      'added, us': round(added_us),
      'processor time': `${cpu_ratio.toFixed(2)} x`,
    })),
  );
  console.log('Within the process, an answer of 2 bytes');
  console.table(
    inProcess.map(({ name, call_us, added_us, added_heap_bytes }) => ({
      '': name,
      'call, us': round(call_us, 1),
      'added, us': round(added_us, 1),
      'heap added, KB': round(added_heap_bytes / 1024, 1),
    })),
  );
  console.log('Loading and the first call, best');
  console.table(Object.entries(cold).map(([name, ms]) => ({ '': name, ms: round(ms, 1) })));
  if (!peers) console.log('Left out, not installed: the clients of others (packages/client/bench/peers).');
  const figures = { bytes, node: process.versions.node, http, inProcess, cold };
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  server.disconnect();
  remove();
}
