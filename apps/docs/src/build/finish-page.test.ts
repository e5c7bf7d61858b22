import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishPage } from './finish-page.ts';

const logos = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg https://cdn.redoc.ly/redoc/logo-mini.svg';
const raw = `<head><meta charset="utf-8" /></head><div id="redoc"><a href="/tasks">Tasks</a></div><script type="module">run("${logos}", {"disableTelemetry":true})</script>`;

describe('a finished page', () => {
  it('names no host of Redoc and allows the scripts that it holds, as they stand in it', () => {
    const page = finishPage(raw);
    expect(page).not.toContain('redoc.ly');
    const [, script] = /<script type="module">([\s\S]*)<\/script>/.exec(page)!;
    expect(page).toContain(`'sha256-${createHash('sha256').update(script!).digest('base64')}'`);
  });

  it('has links of the menu that lead to its own sections, in a new tab too', () => {
    expect(finishPage(raw)).toContain('<a href="#/tasks">Tasks</a>');
  });

  it('has its policy before everything that the policy governs', () => {
    expect(finishPage(raw)).toMatch(/^<head><meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/);
  });

  it.each([
    ['the menu', 'href="/'],
    ['a logo', 'logo-mini-full.svg'],
    ['the telemetry switch', '"disableTelemetry":true'],
    ['the charset', 'utf-8'],
    ['a script', '<script'],
  ])('is refused when Redoc changed the form of %s', (_, part) => {
    expect(() => finishPage(raw.replaceAll(part, 'other'))).toThrow(/^The page that Redoc built has no /);
  });
});
