/** The site's files, read once: what is not among them cannot be asked for. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface SiteFile {
  type: string;
  body: Buffer;
}

/** Each file by the path that it is asked for with; `/` is the page. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

/** Reads a built site; fails with a message for people where there is none. */
export async function readSite(folder: string): Promise<SiteFiles> {
  const names = await readdir(folder).catch(() => []);
  const files = new Map<string, SiteFile>();
  for (const name of names) {
    const type = types[extname(name)] ?? 'application/octet-stream';
    files.set(`/${name}`, { type, body: await readFile(join(folder, name)) });
  }
  const page = files.get('/index.html');
  if (!page) throw new Error('The site has not been built yet. Run `npm run docs`, which builds it first.');
  return files.set('/', page);
}
