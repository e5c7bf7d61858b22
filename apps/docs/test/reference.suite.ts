/** The page that Redoc makes, in Chromium. */
import type { OperationId } from '@roma-fdi/contract';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { clientCalls } from '../src/build/client-calls.ts';
import { pages } from '../src/build/reference-links.ts';
import { visit } from './browser.ts';
import type { BuiltSite } from './built-site.ts';
import { readSamples, type Sampled } from './samples.ts';

const samples = await readSamples();
const sampleOf = (id: OperationId) => samples.find(({ operationId }) => operationId === id)!;
const [createDataSource, init] = [sampleOf('createDatasourceInfo'), sampleOf('installMultiTasks')];
/** The first operation of each tag. */
const firsts = samples.filter(({ tag }, index) => samples.findIndex((other) => other.tag === tag) === index);

const link = ({ tag, operationId }: Sampled) =>
  `#/${tag.toLowerCase().replaceAll(' ', '-')}/${operationId.toLowerCase()}`;

/** The page has its scripts running once the search is ready. */
const ready = (page: Page) => page.getByTestId('search-trigger').getByText('Search').waitFor();

export const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

/** The panel of samples; the list of a tag's operations shows methods in lower case. */
const panel = (page: Page, { method, path }: Sampled) =>
  page.getByTestId('right-panel').filter({ hasText: new RegExp(`^${method}${path.replace(/[{}]/g, '\\$&')}`) });

/** Goes to the operations, one after the other, and waits for the sample of each. */
async function look(page: Page, base: string, operations: readonly Sampled[]): Promise<void> {
  for (const sample of operations) {
    await page.goto(base + link(sample));
    await page.locator('h2', { hasText: new RegExp(`^${sample.summary}$`) }).waitFor();
    await panel(page, sample).getByText(`fdi.${clientCalls[sample.operationId].method}(`).waitFor();
  }
}

export function referenceSuite(site: () => BuiltSite): void {
  // One visit for all that it takes no other page to see: loading it is what takes the time.
  it('shows operations with both samples, wide and narrow, asks nobody, and runs no script that is not its own', async (context) => {
    takesLong(context);
    const { page, requests, complaints, refused } = await visit(context);
    const { base } = site();
    await look(page, base, [createDataSource, init]);
    // Chosen once, the language stays for the others.
    await panel(page, init).getByText('TypeScript', { exact: true }).click();
    await page.getByText('cURL', { exact: true }).last().click();
    for (const sample of [init, createDataSource]) {
      await page.goto(base + link(sample));
      await panel(page, sample).getByText(`curl --fail-with-body --request ${sample.method}`).waitFor();
    }
    await page.getByText('x-origin: roma-fdi').first().waitFor();
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    expect(requests).toEqual([base]);
    expect(complaints).toEqual([]);
    expect(await refused()).toEqual([]);
    // A try is seen.
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

  it('shows every operation with its sample', async (context) => {
    takesLong(context);
    const { page, complaints } = await visit(context);
    await look(page, site().base, samples);
    expect(complaints).toEqual([]);
  });

  it('finds a field of a request, and one deep in an answer', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    await page.goto(site().base);
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

  it('has every operation, schema and parameter that the other pages lead to', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    const { base } = site();
    const wanted = new Set<string>();
    for (const name of [pages.errors, pages.contradictions]) {
      await page.goto(base + name);
      for (const href of await page.evaluate<string[]>(hrefs('main'))) if (href.includes('#/')) wanted.add(href);
    }
    expect(wanted.size).toBeGreaterThan(40);
    // The menu lists the operations of the tag that is open, or all schemas; the sections stand in the introduction.
    const there = new Set<string>();
    for (const place of ['', ...firsts.map(link), '#/schemas/multitaskpair']) {
      await page.goto(base + pages.reference + place);
      await (place === '' ? ready(page) : page.locator(`a[href="${place}"]`).first().waitFor({ state: 'attached' }));
      for (const href of await page.evaluate<string[]>(hrefs('body'))) there.add(pages.reference + href);
    }
    const parameters = [...wanted].filter((href) => href.includes('&path='));
    expect([...wanted].filter((href) => !there.has(href) && !parameters.includes(href))).toEqual([]);
    expect(there).not.toContain(`${pages.reference}#/tasks/nothing`);
    for (const href of parameters) {
      await page.goto(base + href);
      await page.locator(`[id="${href.split('#').at(-1)}"]`).waitFor();
    }
  });

  it('leads to the page of a failure, and from there to its operations', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    await page.goto(site().base + link(init));
    await page.locator(`a[href="${pages.errors}#MissingDataSource"]`).click();
    await page.getByText('A pair needs a source and a destination.').waitFor();
    await page.locator('#MissingDataSource').getByRole('link', { name: init.operationId }).click();
    await page.locator('h2', { hasText: init.summary }).waitFor();
  });

  it('follows the light or dark setting of the machine, and its own switch, which holds for the other pages too', async (context) => {
    takesLong(context);
    const { base } = site();
    const white = 'rgb(255, 255, 255)';
    const light = await visit(context, { colorScheme: 'light' });
    await light.page.goto(base);
    expect(await background(light.page)).toBe(white);
    const { page } = await visit(context, { colorScheme: 'dark' });
    await page.goto(base + pages.errors);
    expect(await background(page)).not.toBe(white);
    await page.goto(base + pages.reference);
    await ready(page);
    expect(await background(page)).not.toBe(white);
    await page.getByTestId('color-mode-switcher').click();
    await expect.poll(() => background(page)).toBe(white);
    await page.goto(base + pages.errors);
    expect(await background(page)).toBe(white);
  });
}

const hrefs = (within: string) =>
  `[...document.querySelectorAll('${within} a[href]')].map((a) => a.getAttribute('href'))`;
