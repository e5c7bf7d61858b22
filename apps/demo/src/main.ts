/** What `npm start` runs: everything on loopback in one process, and the story told through the client. */
import { fileURLToPath } from 'node:url';
import { terminalOf } from '@roma-fdi/automap-cli/printing/terminal';
import { createFdiClient } from '@roma-fdi/client';
import { exitCodeOf } from '@roma-fdi/command-line';
import { type Host, startHost } from './host.ts';
import { createProgress } from './progress.ts';
import { report } from './report.ts';
import { setScene } from './scene.ts';
import { lookAgain } from './second-look.ts';
import { readSettings } from './settings.ts';
import { tellStory } from './story.ts';

/** Where the demo's task lives: any project and instance will do on a self-hosted server. */
const place = { projectId: 'demo-project', instanceId: 'demo-instance' };
const defaultData = fileURLToPath(new URL('../../../.demo', import.meta.url));

let host: Host | undefined;
let stopping = false;
function stop(code: number): void {
  stopping = true;
  void (host?.close() ?? Promise.resolve()).finally(() => process.exit(code));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    if (process.stderr.isTTY) process.stderr.write('\n');
    stop(0);
  });
}
// Whoever reads the report has gone, or it cannot be written: there is nobody to run for.
process.stdout.once('error', ({ code }: NodeJS.ErrnoException) => stop(code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => {});

try {
  const settings = readSettings(process.argv.slice(2), defaultData);
  if (typeof settings === 'string') {
    process.stdout.write(settings);
    process.exit(0);
  }
  const progress = createProgress({ stream: process.stderr, terminal: terminalOf(process.stderr) });
  const scene = await progress('Preparing the databases', () => setScene(settings));
  host = await startHost(scene, settings, progress);
  void host.lost.then(({ message }) => {
    process.stderr.write(`\n${message}\n`);
    stop(1);
  });
  const fdi = createFdiClient({ baseUrl: host.server, ...place, credentials: host.token });
  const outcome = await tellStory(fdi, scene, progress);
  const { maxTables } = host;
  const secondLook = await progress('Looking at what is doubtful, and what stays unmapped', () =>
    lookAgain(scene, maxTables),
  );
  process.stdout.write(`\n${report({ scene, host, place, outcome, secondLook }, terminalOf(process.stdout))}\n`);
} catch (error) {
  // What is under way when the demo is stopped fails, and says nothing new.
  if (!stopping) {
    await host?.close();
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(exitCodeOf(error));
  }
}
