/** One Chromium for a test file, and pages that keep a log of what they asked for and what they complained about. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { needs } from '../../../test/programs.ts';

/** Without a sandbox, since it also runs as root; the rest keeps the browser from calling its makers. */
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Written by the page itself: what its policy refused. */
const recorder = `window.refused = [];
document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));`;

export interface Visit {
  page: Page;
  /** Addresses of all requests but those that carry their answer in themselves. */
  requests: string[];
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  complaints: string[];
  /** What the page's policy refused so far. */
  refused(): Promise<string[]>;
}

export interface VisitOptions {
  /** Setting of the machine. Default: light. */
  colorScheme?: 'light' | 'dark';
  /** Default: true. */
  javaScriptEnabled?: boolean;
}

let browser: Promise<Browser> | undefined;

/** A fresh page, closed when the test ends; the test is left out by name where there is no Chromium. */
export async function visit(context: TestContext, options: VisitOptions = {}): Promise<Visit> {
  const { colorScheme = 'light', javaScriptEnabled = true } = options;
  const executablePath = needs(context, 'chromium');
  browser ??= chromium.launch({ executablePath, args: flags.split(' ') });
  const scope = await (await browser).newContext({
    colorScheme,
    javaScriptEnabled,
    viewport: { width: 1440, height: 900 },
  });
  context.onTestFinished(() => scope.close());
  const page = await scope.newPage();
  // Below the deadline of a test, so that a failure names what was waited for.
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => void (request.url().startsWith('data:') || requests.push(request.url())));
  page.on(
    'console',
    (message) => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())),
  );
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.addInitScript({ content: recorder });
  return { page, requests, complaints, refused: () => page.evaluate<string[]>('window.refused') };
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}
