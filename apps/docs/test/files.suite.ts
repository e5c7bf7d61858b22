/** What the build makes, whatever a browser makes of it. */
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { buildSite } from '../src/build/build-site.ts';
import { bundles, contract } from '../src/build/contract.ts';
import { writtenContradictions } from '../src/build/contradictions.ts';
import { actions, writtenFailures } from '../src/build/failures.ts';
import { pages } from '../src/build/reference-links.ts';
import type { BuiltSite } from './built-site.ts';

const names = Object.values(pages);

export function filesSuite(site: () => BuiltSite): void {
  const read = (name: string) => readFile(join(site().folder, name), 'utf8');

  it('is its pages and the contract in both forms, and nothing of an earlier build', async () => {
    expect((await readdir(site().parent)).sort()).toEqual(['site']);
    expect((await readdir(site().folder)).sort()).toEqual([...names, 'openapi.json', 'openapi.yaml'].sort());
    for (const [name, bundle] of Object.entries(bundles))
      expect(await readFile(join(site().folder, name))).toEqual(await readFile(bundle));
  });

  it('has the same bytes each time, wherever it is built', async (context) => {
    takesLong(context);
    const elsewhere = join(site().parent, 'else', 'where');
    await buildSite(elsewhere);
    for (const name of names) expect((await readFile(join(elsewhere, name), 'utf8')) === (await read(name))).toBe(true);
  });

  it.each(names)('holds nothing of the machine that built it, and says what it is not: %s', async (name) => {
    const page = await read(name);
    for (const place of [tmpdir(), process.cwd()]) expect(page.includes(`${place}/`)).toBe(false);
    expect(/<header class="site">[\s\S]*?Not affiliated with Huawei[\s\S]*?<\/header>/.test(page)).toBe(true);
  });

  it('is titled and described by the contract, and has its telemetry off', async () => {
    const { title, summary } = contract.info;
    const page = await read(pages.reference);
    const has = [
      `<title>${title}</title>`,
      `<meta name="description" content="${summary}">`,
      '"disableTelemetry":true',
    ];
    expect(has.filter((text) => !page.includes(text))).toEqual([]);
  });

  it('has each failure once, under its action, with its status, code and texts', async () => {
    const sections = (await read(pages.errors)).split('<section ').slice(1);
    const ofAction = (action: string) => sections.filter((text) => text.includes(`<h2 id="${action}"`));
    for (const [name, { 'x-action': action = '', ...failure }] of Object.entries(writtenFailures())) {
      const [section = '', ...others] = ofAction(action);
      expect([name, others.length, section.split(`id="${name}"`).length - 1]).toEqual([name, 0, 1]);
      const [, entry = ''] = section.split(`data-entry="${name}"`);
      for (const text of [failure['x-status'], failure.value.error_code, failure['x-cause'], failure['x-remedy']])
        expect(plain(entry.split('</details>')[0]!)).toContain(String(text).replaceAll('`', ''));
    }
    expect(sections).toHaveLength(Object.keys(actions).length);
  });

  it('has each contradiction once, with both sides, among those that a caller meets or the others', async () => {
    const [, met = '', unmet = ''] = (await read(pages.contradictions)).split('<section ');
    for (const { id, says, decided, affects } of writtenContradictions()) {
      const [section, other] = affects === 'caller' ? [met, unmet] : [unmet, met];
      const [, entry = '', ...more] = section.split(`data-entry="${id}"`);
      expect([id, more.length, other.includes(`data-entry="${id}"`)]).toEqual([id, 0, false]);
      for (const text of [says, decided])
        expect(plain(entry.split('</article>')[0]!)).toContain(text.replaceAll('`', ''));
    }
  });
}

/** The text of HTML. */
const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
