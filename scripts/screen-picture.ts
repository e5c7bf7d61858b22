/** Draws what a program printed as the picture of a terminal: the last lines that its window shows, in its colours. */
import { chromium } from 'playwright-core';
import { find } from '../test/programs.ts';

/** Escape codes that node:util's styleText writes, and the style that each begins; those that end one give it back. */
const styles: Record<string, string> = {
  1: 'font-weight:bold',
  2: 'color:#8b949e',
  31: 'color:#ff7b72',
  32: 'color:#7ee787',
  33: 'color:#e3b341',
  36: 'color:#79c0ff',
};
const ends: Record<string, string[]> = { 22: ['1', '2'], 39: ['31', '32', '33', '36'] };

/** Without a sandbox, since it may run as root; the rest keeps the browser from calling its makers. */
const flags =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** A span for each stretch of one style. */
export function htmlOf(text: string): string {
  const on = new Set<string>();
  const [first = '', ...rest] = text.split('\u{1b}[');
  return [`m${first}`, ...rest]
    .map((piece) => {
      const code = piece.slice(0, piece.indexOf('m'));
      if (code in styles) on.add(code);
      else if (code in ends) for (const end of ends[code] ?? []) on.delete(end);
      else if (code !== '') throw new Error(`The picture knows no escape code ${code}.`);
      const plain = piece.slice(code.length + 1).replace(/[&<]/g, (letter) => (letter === '&' ? '&amp;' : '&lt;'));
      return on.size === 0 ? plain : `<span style="${[...on].map((one) => styles[one]).join(';')}">${plain}</span>`;
    })
    .join('');
}

/** @returns the PNG; lines beyond `columns` go on below, as in a terminal, and what is above the last `rows` has scrolled away */
export async function screenPicture(
  text: string,
  { columns, rows }: { columns: number; rows: number },
): Promise<Buffer> {
  const executablePath = find('chromium');
  if (!executablePath) throw new Error('A picture needs Chromium: install the package chromium.');
  const browser = await chromium.launch({ executablePath, args: flags.split(' ') });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>
      body { margin: 0; background: #0d1117; }
      div { width: max-content; padding: 14px 18px; background: #0d1117; }
      pre { box-sizing: border-box; width: calc(${columns}ch + 1px); height: calc(${rows} * 19px); margin: 0; overflow: hidden; display: flex; align-items: end;
        font: 14px/19px 'DejaVu Sans Mono', monospace; color: #f0f3f6; }
      code { font: inherit; width: 100%; white-space: break-spaces; line-break: anywhere; word-break: break-all; }
    </style><div><pre><code>${htmlOf(text)} </code></pre></div>`);
    return await page.locator('div').screenshot();
  } finally {
    await browser.close();
  }
}
