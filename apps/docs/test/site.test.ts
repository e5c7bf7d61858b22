/** The site as it is built: its files, and its pages in a browser. */
import { afterAll, beforeAll, describe } from 'vitest';
import { closeBrowser } from './browser.ts';
import { type BuiltSite, startBuiltSite } from './built-site.ts';
import { filesSuite } from './files.suite.ts';
import { pagesSuite } from './pages.suite.ts';
import { referenceSuite } from './reference.suite.ts';

let site: BuiltSite | undefined;

beforeAll(async () => {
  site = await startBuiltSite();
});

afterAll(async () => {
  await closeBrowser();
  await site?.end();
});

describe('the built site', () => filesSuite(() => site!));
// A deadline for busy machines; each takes seconds on a quiet one.
describe('the reference in a browser', { timeout: 60_000 }, () => referenceSuite(() => site!));
describe('the pages beside it', { timeout: 60_000 }, () => pagesSuite(() => site!));
