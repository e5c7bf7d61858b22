/** The types of the packed client, to each compiler and way to resolve that its README names, its own declarations checked with them. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { needs } from '../../../test/programs.ts';
import { type PackedClient, packClient } from './packed-client.ts';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../bench/runtimes/', import.meta.url));

let packing: Promise<PackedClient> | undefined;
afterAll(async () => (await packing)?.remove());

/** A module, and CommonJS: both call, and both hold a value of the package's types. */
const programs = {
  'module.mts': `import { createFdiClient, type FdiClient, isApiError } from '@roma-fdi/client';
const fdi: FdiClient = createFdiClient({ baseUrl: 'http://localhost', projectId: 'p', instanceId: 'i', credentials: 't' });
const [task] = await fdi.compositeTasks.init({ auto_mapping: true });
export const name: string | undefined = task?.task_id;
export const isGone = (error: unknown) => isApiError(error, 'TaskNotFound') && error.status;
`,
  'common.cts': `import type { FdiClient } from '@roma-fdi/client' with { 'resolution-mode': 'import' };
export async function taskId(): Promise<string | undefined> {
  const { createFdiClient } = await import('@roma-fdi/client');
  const fdi: FdiClient = createFdiClient({ baseUrl: 'http://localhost', projectId: 'p', instanceId: 'i', credentials: 't' });
  return (await fdi.compositeTasks.init({ auto_mapping: true }))[0]?.task_id;
}
`,
};

/** Node loads a module by \`require\` from 20.19 on, and \`nodenext\` knows it. */
const required = `import { createFdiClient, type FdiClient } from '@roma-fdi/client';
export const fdi: FdiClient = createFdiClient({ baseUrl: 'http://localhost', projectId: 'p', instanceId: 'i', credentials: 't' });
`;

const wrong = `import { createFdiClient } from '@roma-fdi/client';
createFdiClient({ baseUrl: 'http://localhost', projectId: 'p', instanceId: 'i', credentials: 't' }).compositeTasks.init({ auto_maping: true });
`;

const compilers = ['5', '6', '7'];
const ways = [
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** What a compiler says of files beside the packed client. */
async function compiled(
  context: TestContext,
  compiler: string,
  options: object,
  files: Readonly<Record<string, string>>,
) {
  needs(context, 'runtimes');
  packing ??= packClient(['openapi-fetch']);
  const folder = join((await packing).folder, crypto.randomUUID());
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    target: 'es2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: false,
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const file = join(workspace, `node_modules/typescript-${compiler}/bin/tsc`);
  return run(process.execPath, [file, '-p', folder]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

const limit = { timeout: 120_000 };
const each = compilers.flatMap((compiler) => ways.map((way) => [compiler, way.moduleResolution, way] as const));

test.for(each)('TypeScript %s, resolving as %s, takes what users write', limit, async ([compiler, , way], context) => {
  const files = way.module === 'nodenext' ? { ...programs, 'required.cts': required } : programs;
  expect(await compiled(context, compiler, way, files)).toBe('');
});

test.for(compilers)('TypeScript %s refuses a misspelt property in one line', limit, async (compiler, context) => {
  const said = await compiled(context, compiler, ways[1]!, { 'wrong.mts': wrong });
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toMatch(/auto_maping.*auto_mapping/);
});
