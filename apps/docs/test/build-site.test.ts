import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { buildSite } from '../src/build/build-site.ts';
import { bundles, contract } from '../src/build/contract.ts';

let parent: string;
let folder: string;
let page: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'roma-fdi-docs-test-'));
  folder = join(parent, 'site');
  await mkdir(folder);
  await writeFile(join(folder, 'left-over.html'), '');
  await buildSite(folder);
  page = await readFile(join(folder, 'index.html'), 'utf8');
});

afterAll(() => rm(parent, { recursive: true }));

describe('the built site', () => {
  it('is the page and the contract in both forms, and nothing of an earlier build', async () => {
    expect((await readdir(parent)).sort()).toEqual(['site']);
    expect((await readdir(folder)).sort()).toEqual(['index.html', 'openapi.json', 'openapi.yaml']);
    for (const [name, bundle] of Object.entries(bundles))
      expect(await readFile(join(folder, name))).toEqual(await readFile(bundle));
  });

  it('has the same bytes each time, wherever it is built', async (context) => {
    takesLong(context);
    const elsewhere = join(parent, 'else', 'where');
    await buildSite(elsewhere);
    expect((await readFile(join(elsewhere, 'index.html'), 'utf8')) === page).toBe(true);
  });

  it('holds nothing of the machine that built it, and has its telemetry off', () => {
    for (const place of [tmpdir(), process.cwd()]) expect(page).not.toContain(`${place}/`);
    expect(page).toContain('"disableTelemetry":true');
  });

  it('is titled and described by the contract, and says what it is not', async () => {
    const { title, summary } = contract.info;
    expect(page).toContain(`<title>${title}</title>`);
    expect(page).toContain(`<meta name="description" content="${summary}">`);
    expect(page).toMatch(/<aside class="notice">\s*<span>Not affiliated with Huawei/);
  });
});
