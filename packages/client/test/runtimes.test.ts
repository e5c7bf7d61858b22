/** The packed client in each runtime that its README names: what it makes of awkward answers, and no secret in any error. */
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { endWithTest } from '../../../test/end-with-test.ts';
import { freePort } from '../../../test/free-port.ts';
import { needs } from '../../../test/programs.ts';
import { aksk } from '../src/credentials/aksk.ts';
import { createFdiClient } from '../src/index.ts';
import { type PackedClient, packClient } from './packed-client.ts';
import { type Findings, type Sdk, tryAwkwardAnswers } from './runtimes/awkward-answers.ts';
import { type AwkwardServer, answerNames, startAwkwardServer } from './runtimes/awkward-server.ts';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../bench/runtimes/', import.meta.url));
const here = fileURLToPath(new URL('./runtimes/', import.meta.url));
const cpu = process.arch === 'arm64' ? 'arm64' : 'x64';

const program = (...path: string[]) => join(workspace, 'node_modules', ...path);

/** esbuild of the workspace, which `npm test` does not install. */
interface Bundler {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

let packing: Promise<PackedClient> | undefined;
afterAll(async () => (await packing)?.remove());

/** The folder of the packed client; the running test is left out by name where the runtimes are not installed. */
async function folderFor(context: TestContext): Promise<string> {
  needs(context, 'runtimes');
  packing ??= packClient(['openapi-fetch']);
  return (await packing).folder;
}

/** One of the programs beside the server as JavaScript, with the packed client inside unless the runtime finds it itself. */
async function bundled(name: string, folder: string, options: object): Promise<string> {
  const { build } = createRequire(join(workspace, 'package.json'))('esbuild') as Bundler;
  const { outputFiles } = await build({
    entryPoints: [join(here, `${name}.ts`)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    alias: {
      '@roma-fdi/client/aksk': join(folder, 'node_modules/@roma-fdi/client/dist/credentials/aksk.js'),
      '@roma-fdi/client': join(folder, 'node_modules/@roma-fdi/client/dist/index.js'),
    },
    nodePaths: [join(folder, 'node_modules')],
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}

/** The tried answers are those that the server has, so that none is forgotten on either side. */
function expectRight(findings: Findings, strayed: readonly string[]): void {
  expect(findings.wrong).toEqual([]);
  expect(findings.tried).toEqual(answerNames);
  expect(strayed).toEqual([]);
}

async function serve(context: TestContext, files: Readonly<Record<string, string>> = {}): Promise<AwkwardServer> {
  const server = await startAwkwardServer(files);
  context.onTestFinished(() => server.close());
  return server;
}

const limit = { timeout: 60_000 };
const denoOptions = ['run', '--no-prompt', '--allow-net=127.0.0.1', '--allow-read', '--node-modules-dir=manual'];

test.for<[string, () => string, readonly string[]]>([
  ['Node 20', () => program(`node-20-${cpu}`, 'bin/node'), []],
  ['Node 22', () => program(`node-22-${cpu}`, 'bin/node'), []],
  ['Node 24', () => process.execPath, []],
  ['Node 26', () => program(`node-26-${cpu}`, 'bin/node'), []],
  ['Deno', () => program(`@deno/linux-${cpu}-glibc`, 'deno'), denoOptions],
  ['Bun', () => program(`@oven/bun-linux-${cpu === 'x64' ? 'x64-baseline' : 'aarch64'}`, 'bin/bun'), []],
])('%s', limit, async ([name, file, options], context) => {
  const folder = await folderFor(context);
  const { url, strayed } = await serve(context);
  const script = join(folder, `${name.replace(' ', '-').toLowerCase()}.mjs`);
  writeFileSync(
    script,
    await bundled('in-script', folder, { alias: {}, external: ['@roma-fdi/client', '@roma-fdi/client/aksk'] }),
  );
  const { stdout } = await run(file(), [...options, script, url], { cwd: folder, timeout: 50_000 });
  expectRight(JSON.parse(stdout), strayed);
});

test('workerd', limit, async (context) => {
  const folder = await folderFor(context);
  const { url, strayed } = await serve(context);
  writeFileSync(join(folder, 'worker.js'), await bundled('in-worker', folder, {}));
  const port = await freePort();
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-11-01");
`;
  writeFileSync(join(folder, 'workerd.capnp'), config);
  const file = program(`@cloudflare/workerd-linux-${cpu === 'x64' ? '64' : 'arm64'}`, 'bin/workerd');
  const child = spawn(file, ['serve', 'workerd.capnp'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  endWithTest(child);
  context.onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text.slice(0, 10_000)));
  const answer = await answering(`http://127.0.0.1:${port}/?url=${url}`, () => said);
  expectRight((await answer.json()) as Findings, strayed);
});

/** The answer of a program that starts: it is asked until it listens. */
async function answering(url: string, said: () => string): Promise<Response> {
  for (const end = Date.now() + 20_000; Date.now() < end; await delay(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return answer;
  }
  throw new Error(`It does not listen: ${said()}`);
}

test('Chromium', limit, async (context) => {
  const folder = await folderFor(context);
  const executablePath = needs(context, 'chromium');
  const files = {
    '/page': '<!doctype html><title>Tries</title><script type="module" src="/page.js"></script>',
    '/page.js': await bundled('in-page', folder, {}),
  };
  const { url, strayed } = await serve(context, files);
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  context.onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${url}/page`);
  await page.waitForFunction('globalThis.findings !== undefined');
  expectRight(await page.evaluate('globalThis.findings'), strayed);
});

test('the sources, in this process', limit, async (context) => {
  const { url, strayed } = await serve(context);
  expectRight(await tryAwkwardAnswers({ createFdiClient, aksk }, url, inspect), strayed);
});

test('a client that tells its token, takes any value and follows redirects is found out', async (context) => {
  const { url, strayed } = await serve(context);
  const careless: Sdk = {
    createFdiClient: (options) => {
      const { baseUrl, credentials, timeout } = options as Record<'baseUrl' | 'credentials', string> & {
        timeout: number;
      };
      const headers = { 'X-Auth-Token': credentials };
      const init = async () => {
        const answer = await fetch(`${baseUrl}/init`, {
          method: 'POST',
          headers,
          signal: AbortSignal.timeout(timeout),
        });
        if (!answer.ok) throw new Error(`${answer.status} for ${credentials}: ${await answer.text()}`);
        return JSON.parse((await answer.text()) || 'null');
      };
      return { compositeTasks: { init }, tasks: { show: init }, credentials };
    },
    aksk: (key) => key,
  };
  const { wrong } = await tryAwkwardAnswers(careless, url, inspect);
  expect(wrong.length).toBeGreaterThan(15);
  expect(wrong.join('\n')).toMatch(/^json-400: the token stands in/m);
  expect(wrong.join('\n')).toMatch(/^beyond-2-53: it gave/m);
  expect(wrong).toContain('a path argument is not encoded');
  expect(wrong).toContain('the secret key is shown');
  expect(strayed.join()).toContain('x-auth-token');
});
