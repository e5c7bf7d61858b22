/** Closes the page that Redoc built: nothing from another host, links that lead somewhere, and a policy for its own scripts alone. */
import { contentSecurityPolicy, policyElement } from './content-security-policy.ts';

/** Logos that Redoc's credit would load from its makers' host. */
const logos = ['https://cdn.redoc.ly/redoc/logo-mini-full.svg', 'https://cdn.redoc.ly/redoc/logo-mini.svg'];

/** The credit stays, as a word. The size is explicit: an unsized image breaks the row that it stands in. */
const credit = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="14"><text x="0" y="11" font-family="sans-serif" font-size="10" font-weight="bold" fill="#000">Redoc</text></svg>',
)}`;

const charset = '<meta charset="utf-8" />';

/** The finished page. Throws where Redoc's output is not what this expects, so that an update cannot open it unnoticed. */
export function finishPage(html: string): string {
  const page = logos.reduce((text, logo) => swap(text, logo, credit, 'logo'), withHashLinks(html));
  if (!page.includes('"disableTelemetry":true')) throw unexpected('switch that turns telemetry off');
  // Redoc makes its styles at run time, so they cannot be hashed.
  const policy = contentSecurityPolicy(page, "'unsafe-inline'");
  if (policy === undefined) throw unexpected('script');
  return swap(page, charset, `${charset}\n  ${policyElement(policy)}`, 'charset');
}

/** Redoc draws the page first with paths and then goes by what stands behind #: in a new tab, its first links would lead nowhere. */
function withHashLinks(html: string): string {
  const drawn = /<div id="redoc">[\s\S]*?<script type="module">/;
  const links = drawn.exec(html)?.[0];
  if (!links?.includes('href="/')) throw unexpected('menu');
  return html.replace(drawn, () => links.replaceAll('href="/', 'href="#/'));
}

function swap(text: string, from: string, to: string, what: string): string {
  if (!text.includes(from)) throw unexpected(what);
  return text.replaceAll(from, () => to);
}

function unexpected(what: string): Error {
  return new Error(
    `The page that Redoc built has no ${what} of the form that finish-page.ts expects. Look at it anew.`,
  );
}
