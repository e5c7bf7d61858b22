/** The site, built once for all tests of it, and served below a prefix, as a web server does it that holds other things too. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../src/answer.ts';
import { buildSite } from '../src/build/build-site.ts';
import { readSite } from '../src/site-files.ts';

const prefix = '/some/prefix';

export interface BuiltSite {
  /** Holds the folder of the site alone. */
  readonly parent: string;
  readonly folder: string;
  /** Address of the served site, with a slash at the end. */
  readonly base: string;
  end(): Promise<void>;
}

export async function startBuiltSite(): Promise<BuiltSite> {
  const parent = await mkdtemp(join(tmpdir(), 'roma-fdi-docs-test-'));
  const folder = join(parent, 'site');
  await mkdir(folder);
  await writeFile(join(folder, 'of-an-earlier-build.html'), '');
  await buildSite(folder);
  const files = await readSite(folder);
  const server = createServer((request, response) => {
    request.url = request.url?.startsWith(`${prefix}/`) ? request.url.slice(prefix.length) : '/outside';
    answer(files, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    parent,
    folder,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`,
    async end() {
      server.close();
      server.closeAllConnections();
      await rm(parent, { recursive: true });
    },
  };
}
