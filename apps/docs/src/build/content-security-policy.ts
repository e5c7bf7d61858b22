/** Policies that let a page run the scripts that it holds and nothing else. */
import { createHash } from 'node:crypto';

/** Of a page without a script there is no policy to make: then it is undefined. */
export function contentSecurityPolicy(html: string, styles: string): string | undefined {
  const scripts = hashesOf(html, 'script');
  if (scripts.length === 0) return undefined;
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Each element's text as a browser hashes it. It ends at the first closing tag, whatever it holds before. */
export function hashesOf(html: string, element: 'script' | 'style'): string[] {
  const texts = html.matchAll(new RegExp(`<${element}(?: type="module")?>([\\s\\S]*?)</${element}>`, 'g'));
  return [...texts].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
}

/** The element that puts a policy into force for everything behind it. */
export function policyElement(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
}
