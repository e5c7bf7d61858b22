/** A page of the site beside the reference: one file, with its styles and scripts inside, that asks nobody for anything. */
import { readFileSync } from 'node:fs';
import { contentSecurityPolicy, hashesOf, policyElement } from './content-security-policy.ts';
import { escaped } from './html.ts';
import { type PageName, siteHeader } from './site-header.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export const icon = read('redoc/icon.svg');
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(icon)}`;
export const headerStyles = read('pages/header.css');

export interface Section {
  readonly id: string;
  readonly title: string;
  /** How many entries it has. */
  readonly count: number;
  /** HTML behind its heading. */
  readonly body: string;
}

export interface Page {
  readonly name: PageName;
  /** Of the whole contract; stands in the window's title. */
  readonly site: string;
  readonly title: string;
  readonly summary: string;
  /** HTML above the sections. */
  readonly lead: string;
  /** What the field that finds entries is called, and what may be put into it. */
  readonly find: string;
  readonly examples: string;
  readonly sections: readonly Section[];
}

const colourButton = `
    <button class="site-colours" type="button" aria-label="Light or dark" title="Light or dark" hidden>◐</button>`;

/** The whole file. Every entry in a section's `body` is marked `data-entry`; the field finds entries by their words. */
export function page({ name, site, title, summary, lead, find, examples, sections }: Page): string {
  const contents = sections.map(
    ({ id, title, count }) =>
      `<li><a href="#${id}">${escaped(title)} <span class="count" data-count="${id}">${count}</span></a></li>`,
  );
  const bodies = sections.map(
    ({ id, title, count, body }) => `<section aria-labelledby="${id}" data-section>
<h2 id="${id}">${escaped(title)} <span class="count" data-count="${id}">${count}</span></h2>
${body}
</section>`,
  );
  const styles = `<style>\n${headerStyles}\n${read('pages/page.css')}</style>`;
  const [colours, finder] = ['colours', 'finder'].map((script) => `<script>\n${read(`pages/${script}.js`)}</script>`);
  const policy = contentSecurityPolicy(`${colours}${finder}`, hashesOf(styles, 'style').join(' '));
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8" />
  ${policyElement(policy!)}
  <title>${escaped(title)} – ${escaped(site)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="description" content="${escaped(summary)}" />
  <link rel="icon" href="${iconAddress}" />
  ${colours}
  ${styles}
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  ${siteHeader(name, icon, colourButton)}
  <div class="columns">
    <nav class="contents" aria-label="On this page">
      <p>On this page</p>
      <ul>${contents.join('')}</ul>
    </nav>
    <main id="content">
<h1>${escaped(title)}</h1>
${lead}
<div class="find" role="search" hidden>
  <label for="find">${escaped(find)}</label>
  <p id="found" role="status"></p>
  <input id="find" type="search" placeholder="${escaped(examples)}" autocomplete="off" spellcheck="false" />
  <kbd aria-hidden="true">/</kbd>
</div>
${bodies.join('\n')}
    </main>
  </div>
  ${finder}
</body>
</html>
`;
}
