#!/usr/bin/env node
/** The server as a process: configuration, listening, and an orderly end. */
import { setTimeout as delay } from 'node:timers/promises';
import { UsageError } from '@roma-fdi/command-line';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import { readConfig } from './command-line.ts';
import { ConfigError } from './config.ts';
import { SourceError } from './sources/source-error.ts';
import { StoreError } from './store/store-error.ts';

/** Milliseconds for refusing what is under way, once nothing can be answered any more. */
const longestEnd = 3000;
const signals = ['SIGINT', 'SIGTERM'] as const;

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

// Whoever read the first lines may have gone: the server goes on.
process.stdout.on('error', () => {});

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
  const end = (): void => {
    // A second signal of either kind finds no listener and ends the process at once.
    for (const signal of signals) process.off(signal, end);
    void server.close().then(() => process.exit(0));
  };
  for (const signal of signals) process.on(signal, end);
  void server.lost.then(async ({ message }) => {
    await Promise.race([server.close(), delay(longestEnd)]);
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
