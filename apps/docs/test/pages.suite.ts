/** The pages of errors and contradictions, in Chromium. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { writtenContradictions } from '../src/build/contradictions.ts';
import { writtenFailures } from '../src/build/failures.ts';
import { pages } from '../src/build/reference-links.ts';
import { visit } from './browser.ts';
import type { BuiltSite } from './built-site.ts';
import { background } from './reference.suite.ts';

const beside = [pages.errors, pages.contradictions];
const failures = Object.entries(writtenFailures());
/** A code that many failures have. */
const shared = writtenFailures()['NameTaken']!.value.error_code;

/** Puts each text into the field; gives the names of the entries that are shown then, and of those that are open. */
const find = (page: Page, texts: readonly string[]) =>
  page.evaluate<{ shown: string[]; open: string[] }[]>(`${JSON.stringify(texts)}.map((text) => {
    const field = document.querySelector('input');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    const shown = [...document.querySelectorAll('[data-entry]')].filter((entry) => entry.checkVisibility());
    const names = (entries) => entries.map(({ dataset }) => dataset.entry);
    return { shown: names(shown), open: names(shown.filter(({ open }) => open)) };
  })`);

/** Texts with too little contrast to what lies behind them, where it has one colour (WCAG 2 AA asks for 4.5). */
const faint = (page: Page) =>
  page.evaluate<string[]>(`{
    const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const rgba = (colour) => {
      if (known.has(colour)) return known.get(colour);
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const { data } = context.getImageData(0, 0, 1, 1);
      known.set(colour, data);
      return data;
    };
    const luminance = (colour) =>
      [...rgba(colour)].slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (element) => {
      const { backgroundColor } = getComputedStyle(element);
      return rgba(backgroundColor)[3] === 255 || !element.parentElement ? backgroundColor : behind(element.parentElement);
    };
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility({ checkOpacity: true }) && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((element) => {
        const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05) < 4.5;
      })
      .map((element) => element.outerHTML.slice(0, 80));
  }`);

/** How far the page reaches over the window, or what stands in the header over the header. */
const over = `Math.max(...[document.documentElement, document.querySelector('header')].map((element) =>
  element.scrollWidth - element.clientWidth + (element.localName === 'header' ? element.scrollHeight - element.clientHeight : 0)))`;

export function pagesSuite(site: () => BuiltSite): void {
  it('find every error by its name, its code and its answer, and by an answer that names the reader’s own things', async (context) => {
    const { page } = await visit(context);
    await page.goto(site().base + pages.errors);
    const names = await find(
      page,
      failures.map(([name]) => name),
    );
    const codes = await find(
      page,
      failures.map(([, { value }]) => value.error_code),
    );
    const answers = await find(
      page,
      failures.map(([, { value }]) => JSON.stringify(value)),
    );
    for (const [index, [name]] of failures.entries()) {
      expect(names[index]?.shown).toContain(name);
      expect(codes[index]?.shown).toContain(name);
      expect(answers[index]?.shown).toContain(name);
      // Whoever has the whole answer reads what it means at once.
      expect([name, answers[index]?.open.includes(name)]).toEqual([name, true]);
    }
    const [all, another, word, several, none] = await find(page, [
      '',
      `HTTP/1.1 400 Bad Request: {"error_code":"${shared}","error_msg":"Invalid parameter [source_datasource_id]: no data source f00 in my project."}`,
      'taken',
      'data source',
      'nowhere to be found',
    ]);
    expect(all?.shown.length).toBeGreaterThan(failures.length / 2);
    expect(another?.shown).toContain('UnknownDataSource');
    expect(word?.shown).toEqual(['NameTaken', 'TaskNameTaken']);
    expect(several?.shown.length).toBeGreaterThan(3);
    expect(several?.open).toEqual([]);
    expect(none?.shown.length).toBeLessThan(failures.length / 4);
    expect((await find(page, ['qqq']))[0]?.shown).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe(`none of ${failures.length}`);
  });

  it('open what stands behind # in their address: a failure, an action, a code', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    const at = (anchor: string) => page.goto(`${site().base}${pages.errors}#${anchor}`);
    await at('DataSourceInUse');
    await page.locator('#DataSourceInUse').getByRole('term').getByText('Message').waitFor();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(900);
    // One that no operation raises is folded twice.
    await at('InvalidSql');
    await page.locator('#InvalidSql').getByText('Cause').waitFor();
    await at(shared);
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe(shared);
    const shown = await page.locator('[data-entry]:not([hidden])').count();
    expect(shown).toBe(failures.filter(([, { value }]) => value.error_code === shared).length);
    // What the field hides is found all the same.
    await at('Unauthenticated');
    await page.locator('#Unauthenticated').getByText('Cause').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('are used by keyboard alone, and say to a screen reader what is there', async (context) => {
    takesLong(context);
    const { page } = await visit(context);
    await page.goto(site().base + pages.errors);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('/');
    await page.keyboard.type('TasksRunning');
    await page.getByRole('status').getByText(`1 of ${failures.length}`).waitFor();
    await page.getByText('Stop the task first.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Stop the task first.').waitFor({ state: 'hidden' });
    await page.getByRole('searchbox', { name: 'Find an error' }).focus();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('status').textContent()).toBe('');
    for (const name of ['Pages of this site', 'On this page']) await page.getByRole('navigation', { name }).waitFor();
    expect(
      await page.getByRole('navigation', { name: 'Pages of this site' }).locator('[aria-current=page]').textContent(),
    ).toBe('Errors');
    // Levels of headings: one first, and none left out.
    const levels = await page.evaluate<number[]>(
      `[...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]))`,
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  it.for(beside)(
    'ask nobody for anything, run what is theirs alone, and say so where something else is tried: %s',
    async (name, context) => {
      if (name !== beside[0]) takesLong(context);
      const { page, requests, complaints, refused } = await visit(context);
      await page.goto(site().base + name);
      await page.getByRole('searchbox').fill('task');
      expect(requests).toEqual([site().base + name]);
      expect(complaints).toEqual([]);
      expect(await refused()).toEqual([]);
      await page.evaluate(`{
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p><img src="http://other.invalid/x.png" />');
      for (const element of ['script', 'style'])
        document.head.append(Object.assign(document.createElement(element), { textContent: 'window.foreign = true' }));
    }`);
      await expect
        .poll(async () => [...new Set(await refused())].toSorted())
        .toEqual([
          'img-src http://other.invalid/x.png',
          'script-src-elem inline',
          'style-src-attr inline',
          'style-src-elem inline',
        ]);
      expect(await page.evaluate('window.foreign')).toBeUndefined();
    },
  );

  it.for(beside)(
    'are readable, light and dark, wide and narrow, by switch and by setting: %s',
    async (name, context) => {
      takesLong(context);
      const { page } = await visit(context, { colorScheme: 'dark' });
      await page.goto(site().base + name);
      // All that is folded is looked at too.
      await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
      const grounds = [];
      for (const _ of ['dark', 'light']) {
        expect(await faint(page)).toEqual([]);
        grounds.push(await background(page));
        for (const width of [390, 1000, 1280, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate<number>(over)).toBeLessThanOrEqual(0);
        }
        await page.getByRole('button', { name: 'Light or dark' }).click();
      }
      expect(new Set(grounds).size).toBe(2);
      // What was chosen last holds on the other pages.
      await page.goto(site().base + beside.find((other) => other !== name));
      expect(await background(page)).toBe(grounds[0]);
      await page.evaluate(`document.body.style.color = '#777a'`);
      expect((await faint(page)).length).toBeGreaterThan(0);
    },
  );

  it('are read without scripts, from disk, and lead to each other and to the reference', async (context) => {
    takesLong(context);
    const { page } = await visit(context, { javaScriptEnabled: false });
    const disk = (name: string) => pathToFileURL(join(site().folder, name)).href;
    await page.goto(`${disk(pages.errors)}#NameTaken`);
    await page.locator('#NameTaken').getByText('Cause').waitFor();
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Light or dark' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Contradictions' }).click();
    await page.locator(`#${writtenContradictions()[0]?.id}`).waitFor();
    const reference = page.getByRole('link', { name: 'Reference', exact: true });
    expect(await reference.getAttribute('href')).toBe(pages.reference);
  });
}
