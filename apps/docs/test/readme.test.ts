import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { takesLong } from '../../../test/programs.ts';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { endShell, firstLine, startShell } from '../../../test/run-shell.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';

const within = new URL('..', import.meta.url);
const blocks = readmeBlocks(new URL('README.md', within));

const commands = blocks.take('sh', 'npm run docs').trimEnd().split('\n');

test.each([
  [commands[0]!, `--port ${await freePort()}`],
  [commands[1]!, ''],
])('%s serves the site', async (command, more) => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-readme-'));
  const [program = ''] = command.split('#');
  const child = startShell(`${program.trimEnd()}${more && ` -- ${more}`}`, folder);
  onTestFinished(() => {
    endShell(child);
    rmSync(folder, { recursive: true });
  });
  const url = await firstLine(child, /http:\/\/127\.0\.0\.1:\d+\//);
  expect(await (await fetch(url)).text()).toContain('<div id="redoc">');
});

const program = blocks.take('ts', 'startDocs');

test('the site is served from code', async (context) => {
  takesLong(context);
  const after = 'console.log(siteFolder, (await fetch(docs.url)).status);\nawait docs.close();';
  expect(await runTypeScript(program, { within, after })).toMatch(/\/dist\/site 200\n$/);
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
