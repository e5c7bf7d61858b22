import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { answer } from '../src/answer.ts';
import { buildSite } from '../src/build/build-site.ts';
import { clientCalls } from '../src/build/client-calls.ts';
import { readSite } from '../src/site-files.ts';
import { closeBrowser, visit } from './browser.ts';
import { readSamples, type Sampled } from './samples.ts';

const samples = await readSamples();
const init = samples.find(({ operationId }) => operationId === 'installMultiTasks')!;
const prefix = '/some/prefix';

let folder: string;
let server: Server;
let base: string;

/** Serves the folder below a prefix, as a web server does that holds other things too. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roma-fdi-docs-test-'));
  await buildSite(join(folder, 'site'));
  const files = await readSite(join(folder, 'site'));
  server = createServer((request, response) => {
    request.url = request.url?.startsWith(`${prefix}/`) ? request.url.slice(prefix.length) : '/outside';
    answer(files, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`;
});

afterAll(async () => {
  await closeBrowser();
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

const link = ({ tag, operationId }: Sampled) =>
  `#/${tag.toLowerCase().replaceAll(' ', '-')}/${operationId.toLowerCase()}`;

/** The page has its scripts running once the search is ready. */
const ready = (page: Page) => page.getByTestId('search-trigger').getByText('Search').waitFor();

const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

// A deadline for busy machines; the whole file takes seconds on a quiet one.
describe('the site in a browser', { timeout: 60_000 }, () => {
  it('shows every operation with both samples, from one file below its prefix, and complains about nothing', async (context) => {
    const { page, requests, complaints, refused } = await visit(context);
    // The panel of samples; the list of a tag's operations shows methods in lower case.
    const panel = ({ method, path }: Sampled) =>
      page.getByTestId('right-panel').filter({ hasText: new RegExp(`^${method}${path.replace(/[{}]/g, '\\$&')}`) });
    for (const sample of samples) {
      await page.goto(base + link(sample));
      await page.locator('h2', { hasText: new RegExp(`^${sample.summary}$`) }).waitFor();
      await panel(sample).getByText(`fdi.${clientCalls[sample.operationId].method}(`).waitFor();
    }
    // Chosen once, the language stays for the others.
    await panel(samples.at(-1)!).getByText('TypeScript', { exact: true }).click();
    await page.getByText('cURL', { exact: true }).last().click();
    for (const sample of [samples.at(-1)!, init]) {
      await page.goto(base + link(sample));
      await panel(sample).getByText(`curl --fail-with-body --request ${sample.method}`).waitFor();
    }
    expect(requests).toEqual([base]);
    expect(complaints).toEqual([]);
    expect(await refused()).toEqual([]);
  });

  it('runs no script that is not its own and asks no other host, and such a try is seen', async (context) => {
    const { page, complaints, refused } = await visit(context);
    await page.goto(base);
    await ready(page);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      document.head.append(script);
      const image = document.createElement('img');
      image.src = 'http://other.invalid/x.png';
      document.body.append(image);
    }`);
    await expect.poll(refused).toEqual(['script-src-elem inline', 'img-src http://other.invalid/x.png']);
    expect(await page.evaluate('window.foreign')).toBeUndefined();
    expect(complaints).toHaveLength(2);
  });

  it('finds a field of a request, and one deep in an answer', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    await page.goto(base);
    await ready(page);
    await page.getByTestId('search-trigger').click();
    const found = page.getByTestId('search-dialog');
    for (const field of ['auto_mapping', 'mapping_percent']) {
      await found.locator('input').fill(field);
      await found.getByText(field, { exact: true }).first().waitFor();
    }
    await found.locator('input').fill('nowhere_to_be_found');
    await found.getByText('No results').waitFor();
  });

  it('says what is not of the vendor, rules and site, and fits wide and narrow windows, tables included', async (context) => {
    const { page } = await visit(context);
    await page.goto(base);
    await ready(page);
    await page.locator('.notice', { hasText: 'Not affiliated with Huawei' }).waitFor();
    // How far the page reaches over the window, and each table over the column that it stands in.
    const over = `[document.documentElement, ...document.querySelectorAll('#redoc table')].map(
      (element) => element.scrollWidth - (element.parentElement?.clientWidth ?? innerWidth))`;
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const overs = await page.evaluate<number[]>(over);
      expect(overs.length).toBeGreaterThan(1);
      expect(Math.max(...overs)).toBeLessThanOrEqual(0);
    }
    await page.goto(base + link(init));
    await page.getByText('x-origin: roma-fdi').first().waitFor();
  });

  it('follows the light or dark setting of the machine, and its own switch', async (context) => {
    takesLong(context);
    const white = 'rgb(255, 255, 255)';
    const light = await visit(context, { colorScheme: 'light' });
    await light.page.goto(base);
    expect(await background(light.page)).toBe(white);
    const { page } = await visit(context, { colorScheme: 'dark' });
    await page.goto(base);
    await ready(page);
    expect(await background(page)).not.toBe(white);
    await page.getByTestId('color-mode-switcher').click();
    await expect.poll(() => background(page)).toBe(white);
  });
});
