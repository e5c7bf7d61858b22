/** Hosts the server, the mock and the docs on loopback, in this process. */
import { randomBytes } from 'node:crypto';
import { startDocs } from '@roma-fdi/docs';
import { startMock } from '@roma-fdi/mock';
import { createConfig, StoreError, startServer } from '@roma-fdi/server';
import { onFreePort } from './free-port.ts';
import type { Progress } from './progress.ts';
import { type Scene, secondCopy } from './scene.ts';
import type { Service, Settings } from './settings.ts';

export interface Host {
  readonly server: string;
  readonly mock: string;
  readonly docs: string;
  /** The usual ports that were taken, so that those services listen elsewhere. */
  readonly taken: Readonly<Partial<Record<Service, number>>>;
  /** Token of the server, made for this run and kept in memory alone. */
  readonly token: string;
  /** As many tables as the server maps at once. */
  readonly maxTables: number;
  /** Settles when the server's own database was deleted, moved or changed by somebody else. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

/** @throws Error whose message says what stands in the way, such as a taken port */
export async function startHost(scene: Scene, { ports }: Settings, progress: Progress): Promise<Host> {
  const token = randomBytes(16).toString('hex');
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const taken: Partial<Record<Service, number>> = {};
  let lost: Promise<Error> = new Promise(() => {});
  const started = async <T extends { url: string; close(): Promise<unknown> }>(
    service: Service,
    start: (port: number) => Promise<T>,
  ): Promise<string> => {
    const choice = ports[service];
    const others = Object.values(ports).filter((other) => other !== choice);
    const running = await onFreePort(choice, start, { isTaken, spare: others.map(({ port }) => port) }).catch(
      (error) => {
        if (error instanceof StoreError && error.kind === 'in-use') throw new Error(secondCopy, { cause: error });
        if (isTaken(error)) throw new Error(givenIsTaken(service, choice.port), { cause: error });
        throw error;
      },
    );
    closers.push(() => running.close());
    if (!choice.given && Number(new URL(running.url).port) !== choice.port) taken[service] = choice.port;
    return running.url;
  };
  try {
    return await progress(
      'Starting the server, the mock and the docs',
      async () => {
        const config = createConfig({ data: scene.store, sqliteRoot: scene.root, logLevel: 'error', token });
        // Alone at first: where the databases are in use, nothing else need be started.
        const server = await started('server', async (port) => {
          const running = await startServer({ ...config, port });
          lost = running.lost;
          return running;
        });
        const [mock, docs] = await Promise.all([
          started('mock', (port) => startMock({ port })),
          started('docs', (port) => startDocs({ port })),
        ]);
        return { server, mock, docs, taken, token, maxTables: config.maxTables, lost, close };
      },
      () => {
        const ports = Object.values(taken).join(', ');
        return ports && `on the next free ports in place of ${ports}, which another program has`;
      },
    );
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of Node itself, or of the docs, which say it in words. */
function isTaken(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' || /is taken/.test(message);
}

function givenIsTaken(service: Service, port: number): string {
  const flag = service === 'server' ? '--port' : `--${service}-port`;
  return `Port ${port} is taken: by an earlier \`npm start\` that still runs, perhaps. Stop it, leave ${flag} away for the next free port, or name another: npm start -- ${flag} 0`;
}
