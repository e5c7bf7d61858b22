/** Closes the page that Redoc built: nothing from another host, and a policy that lets only its own scripts run. */
import { createHash } from 'node:crypto';

/** Logos that Redoc's credit would load from its makers' host. */
const logos = ['https://cdn.redoc.ly/redoc/logo-mini-full.svg', 'https://cdn.redoc.ly/redoc/logo-mini.svg'];

/** The credit stays, as a word. The size is explicit: an unsized image breaks the row that it stands in. */
const credit = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="14"><text x="0" y="11" font-family="sans-serif" font-size="11" font-weight="bold" fill="#000">Redoc</text></svg>',
)}`;

const charset = '<meta charset="utf-8" />';

/** The finished page. Throws where Redoc's output is not what this expects, so that an update cannot open it unnoticed. */
export function finishPage(html: string): string {
  const page = logos.reduce((text, logo) => swap(text, logo, credit, 'logo'), html);
  if (!page.includes('"disableTelemetry":true')) throw unexpected('switch that turns telemetry off');
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}" />`;
  return swap(page, charset, `${charset}\n  ${policy}`, 'charset');
}

/** Scripts by their hashes. Styles are made at run time, so they cannot be hashed. */
export function contentSecurityPolicy(html: string): string {
  const hashes = inlineScripts(html).map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  if (hashes.length === 0) throw unexpected('script');
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Each script's text as a browser hashes it. A script ends at the first closing tag, whatever it holds before. */
function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);
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
