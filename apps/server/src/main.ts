#!/usr/bin/env node
/** The server as a process: configuration, listening, and an orderly end. */
import './exit-on-old-node.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { UsageError } from '@roma-fdi/command-line';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import { readConfig } from './command-line.ts';
import { ConfigError } from './config.ts';
import { endOnSignals } from './end-on-signals.ts';
import { SourceError } from './sources/source-error.ts';
import { StoreError } from './store/store-error.ts';

/** Milliseconds for refusing what is under way, once nothing can be answered any more. */
const longestEnd = 3000;

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

// Whoever read the first lines may have gone, with the terminal: the server goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  const config = readConfig(process.argv.slice(2));
  if (typeof config === 'string') {
    process.stdout.write(config);
    process.exit(0);
  }
  // Help and a wrong command line need not wait until the server is loaded.
  const { startServer } = await import('./start-server.ts');
  const server = await startServer(config);
  const token = server.madeToken ? `Token of this run (X-Auth-Token): ${server.madeToken}\n` : '';
  process.stdout.write(`Listening on ${server.url}\n${token}`);
  endOnSignals(server);
  // Why there is none stands in the log.
  if (process.platform !== 'win32') process.on('SIGUSR2', () => void server.backup().catch(() => {}));
  void server.lost.then(async ({ message }) => {
    await Promise.race([server.close('the store is lost'), delay(longestEnd)]);
    stop(message, 3);
  });
} catch (error) {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof RangeError)
    stop(error.message, 2);
  if (error instanceof StoreError || error instanceof SourceError) stop(error.message, 1);
  const why = whyNotListening(error);
  if (why) stop(why, 1);
  throw error;
}
