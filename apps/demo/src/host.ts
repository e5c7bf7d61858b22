/** Hosts the server, the mock and the docs on loopback, in this process. */
import { randomBytes } from 'node:crypto';
import { startDocs } from '@roma-fdi/docs';
import { startMock } from '@roma-fdi/mock';
import { readConfig, StoreError, startServer } from '@roma-fdi/server';
import type { Progress } from './progress.ts';
import { type Scene, secondCopy } from './scene.ts';
import type { Settings } from './settings.ts';

export interface Host {
  readonly server: string;
  readonly mock: string;
  readonly docs: string;
  /** Token of the server, made for this run and kept in memory alone. */
  readonly token: string;
  /** As many tables as the server maps at once. */
  readonly maxTables: number;
  close(): Promise<void>;
}

/** @throws Error whose message says what stands in the way, such as a taken port */
export async function startHost(scene: Scene, { ports }: Settings, progress: Progress): Promise<Host> {
  const token = randomBytes(16).toString('hex');
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const started = async <T extends { close(): Promise<void> }>(
    flag: string,
    port: number,
    start: () => Promise<T>,
  ): Promise<T> => {
    const running = await start().catch((error: NodeJS.ErrnoException) => {
      if (error instanceof StoreError && error.kind === 'in-use') throw new Error(secondCopy, { cause: error });
      if (error.code === 'EADDRINUSE' || /is taken/.test(error.message))
        throw new Error(taken(flag, port), { cause: error });
      throw error;
    });
    closers.push(() => running.close());
    return running;
  };
  try {
    return await progress('Starting the server, the mock and the docs', async () => {
      const config = readConfig(
        ['--port', String(ports.server), '--data', scene.store, '--sqlite-root', scene.root, '--log-level', 'error'],
        { ROMA_FDI_TOKEN: token },
      );
      if (config === 'help' || config === 'version') throw new Error('unreachable');
      const server = await started('port', ports.server, () => startServer(config));
      const [mock, docs] = await Promise.all([
        started('mock-port', ports.mock, () => startMock({ port: ports.mock })),
        started('docs-port', ports.docs, () => startDocs({ port: ports.docs })),
      ]);
      return { server: server.url, mock: mock.url, docs: docs.url, token, maxTables: config.maxTables, close };
    });
  } catch (error) {
    await close();
    throw error;
  }
}

function taken(flag: string, port: number): string {
  return `Port ${port} is taken: by an earlier \`npm start\` that still runs, perhaps. Stop it, or choose another port: npm start -- --${flag} 0`;
}
