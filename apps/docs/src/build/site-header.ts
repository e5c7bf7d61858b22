/** What stands above every page: where one is on the site, what the site is not, and the document for download. */
import { link } from './html.ts';
import { pages } from './reference-links.ts';

export type PageName = keyof typeof pages;

const titles: Readonly<Record<PageName, string>> = {
  reference: 'Reference',
  errors: 'Errors',
  contradictions: 'Contradictions',
};

/** @param extra HTML at the end of the line, such as a button */
export function siteHeader(current: PageName, icon: string, extra = ''): string {
  const links = (Object.keys(titles) as PageName[]).map((name) => {
    const here = name === current ? ' aria-current="page"' : '';
    return `<a href="${pages[name]}"${here}>${titles[name]}</a>`;
  });
  return `<header class="site">
    <a class="site-mark" href="${pages.reference}">${icon}<span>roma-fdi</span></a>
    <nav class="site-pages" aria-label="Pages of this site">${links.join(' ')}</nav>
    <p class="site-notice">Not affiliated with Huawei; never run against its live service.</p>
    <p class="site-document"><span>The document:</span> <a href="openapi.yaml" download>openapi.yaml</a> <a href="openapi.json" download>openapi.json</a></p>${extra}
  </header>`;
}

/** Where the other pages say how to go on. */
export const linkTo = (name: PageName, anchor = '', text = titles[name]): string =>
  link(`${pages[name]}${anchor && `#${anchor}`}`, text);
