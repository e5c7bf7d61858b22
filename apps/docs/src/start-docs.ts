/** Serves the built site over HTTP. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import { answer } from './answer.ts';
import { readSite } from './site-files.ts';
import { siteFolder } from './site-folder.ts';

export interface DocsOptions {
  /** Port to listen on, 0 for any free one. Default 4030. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1: this machine alone. */
  host?: string;
  /** Folder of the built site. Default: the one that the build makes. */
  folder?: string;
}

export interface Docs {
  /** Where the page is, with a slash at the end. */
  url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** Starts serving; fails with a message for people when the site is not built or the address cannot be had. */
export async function startDocs({
  port = 4030,
  host = '127.0.0.1',
  folder = siteFolder,
}: DocsOptions = {}): Promise<Docs> {
  const files = await readSite(folder);
  const server = createServer((request, response) => answer(files, request, response));
  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`, close: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const why = whyNotListening(error);
  return new Error(why ?? `The site cannot be served on ${host}, port ${port} (${error.code ?? 'no reason given'}).`, {
    cause: error,
  });
}
