/** What the packed client costs who uses it: bytes in a bundle, work of the compiler, and the words in which that explains a mistake. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedClient, packClient } from './packed-client.ts';

let packed: PackedClient;
beforeAll(async () => {
  packed = await packClient(['openapi-fetch']);
});
afterAll(() => packed.remove());

const options = `{ baseUrl: 'https://host', projectId: 'p', instanceId: 'i', credentials: 'a-token' }`;
const slim = `import { connect, installMultiTasks } from '@roma-fdi/client/calls';
const fdi = connect(${options});
export const elements = await installMultiTasks(fdi, { body: { auto_mapping: true } });
`;
const whole = `import { createFdiClient } from '@roma-fdi/client';
const fdi = createFdiClient(${options});
export const elements = await fdi.compositeTasks.init({ auto_mapping: true });
`;

interface Bundle {
  readonly text: string;
  /** In bytes. */
  readonly size: number;
}

async function bundle(contents: string): Promise<Bundle> {
  const stdin = { contents, resolveDir: packed.folder };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false });
  const { text = '' } = outputFiles[0] ?? {};
  return { text, size: gzipSync(text, { level: 9 }).length };
}

describe('a bundle of one call', () => {
  test('has credentials, retries, deadline and the check of its answer in at most 7,350 bytes, gzipped', async () => {
    const { text, size } = await bundle(slim);
    for (const part of ['/multi-tasks/init', 'X-Auth-Token', 'Retry-After', 'TimeoutError', 'schema_mappings']) {
      expect(text).toContain(part);
    }
    expect(size).toBeLessThanOrEqual(7_350);
  });

  test('holds no other operation, no remedy and no region, which the whole client does', async () => {
    const others = ['/datasources', 'register the data source first', 'myhuaweicloud.com', 'TaskNotFound'];
    const [one, all] = await Promise.all([bundle(slim), bundle(whole)]);
    for (const other of others) {
      expect(one.text).not.toContain(other);
      expect(all.text).toContain(other);
    }
    expect(all.size).toBeGreaterThan(2 * one.size);
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const kilobytes = (digits: number, { size }: Bundle) => `${(size / 1000).toFixed(digits)} KB`;
    expect(readme).toContain(`takes ${kilobytes(1, one)} (esbuild, gzipped), the whole client ${kilobytes(0, all)}`);
  });

  test('has the words of its errors where they are given to it', async () => {
    const worded = slim
      .replace('\n', "\nimport { remedies } from '@roma-fdi/client/remedies';\n")
      .replace("'a-token' }", "'a-token', remedies }");
    expect((await bundle(worded)).text).toContain('register the data source first');
  });
});

const compiler = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));

/** What the compiler prints of one program. */
async function compiled(name: string, text: string, ...flags: string[]): Promise<string> {
  writeFileSync(join(packed.folder, `${name}.ts`), text);
  const compilerOptions = {
    ...{ target: 'es2022', module: 'nodenext', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] },
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
  };
  const project = join(packed.folder, `tsconfig.${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const run = promisify(execFile)(compiler, ['-p', project, '--pretty', 'false', ...flags], { cwd: packed.folder });
  return (await run.catch((error: { stdout: string }) => error)).stdout;
}

describe('the compiler', () => {
  test.each([
    ['slim', slim],
    ['whole', whole],
  ])('instantiates at most 1,000 types for a named call (%s)', async (name, text) => {
    const [, instantiations] =
      /^Instantiations:\s+(\d+)/m.exec(await compiled(name, text, '--extendedDiagnostics')) ?? [];
    expect(Number(instantiations)).toBeGreaterThan(0);
    expect(Number(instantiations)).toBeLessThan(1_000);
  });

  test('explains each mistake in one line that says what is wrong, at its place', async () => {
    const mistakes: [string, RegExp][] = [
      [
        'fdi.compositeTasks.init({ auto_maping: true });',
        /'auto_maping' does not exist .* Did you mean to write 'auto_mapping'\?$/,
      ],
      [
        "fdi.compositeTasks.init({ auto_mapping: 'yes' });",
        /'string' is not assignable to type 'boolean \| null \| undefined'\.$/,
      ],
      ['fdi.tasks.show(7);', /'number' is not assignable to parameter of type 'string'\.$/],
      ["fdi.tasks.shov('t');", /'shov' does not exist on type 'Tasks'/],
      [
        "fdi.raw.GET('/v2/task', {});",
        /'"\/v2\/task"' is not assignable to parameter of type 'PathsWithMethod<paths, "get">'\.$/,
      ],
      ['installMultiTasks(connection, { body: { auto_maping: true } });', /Did you mean to write 'auto_mapping'\?$/],
      [
        "showTask(connection, { path: { task: 't' } });",
        /'task' does not exist in type '{ readonly task_id: string; }'\.$/,
      ],
      ['showTask(connection, {});', /Property 'path' is missing in type '{}' but required in type/],
    ];
    const head = `import { createFdiClient } from '@roma-fdi/client';
import { connect, installMultiTasks, showTask } from '@roma-fdi/client/calls';
const [fdi, connection] = [createFdiClient(${options}), connect(${options})];
`;
    const printed = await compiled('mistakes', `${head}${mistakes.map(([line]) => line).join('\n')}\n`);
    const lines = printed.trim().split('\n');
    expect(lines).toHaveLength(mistakes.length);
    for (const [index, [, said]] of mistakes.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^mistakes\\.ts\\(${index + head.split('\n').length},`));
      expect(lines[index]).toMatch(said);
    }
  });
});
