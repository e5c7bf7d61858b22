import { readdirSync, readFileSync } from 'node:fs';
import { type Mock, startMock, story } from '@roma-fdi/mock';
import { timeouts } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';
import { type ApiError, type OperationId, routes, type TaskResponseV2 } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

const within = new URL('..', import.meta.url);
const file = new URL('README.md', within);
const readme = readFileSync(file, 'utf8');
const projects = readFileSync(new URL('../../README.md', within), 'utf8');
const blocks = readmeBlocks(file);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock?.close());

const { task } = story.answer<TaskResponseV2>('showTask', 'draft').body;

/** What the README leaves to its reader. */
const client = (url: string, credentials = "'t'") => `
const project_id = 'p', instance_id = 'i', task_id = '${task.task_id}';
const fdi = createFdiClient({ baseUrl: '${url}', projectId: project_id, instanceId: instance_id, credentials: ${credentials} });`;

test('the package is installed by its name', () => {
  const { name } = JSON.parse(readFileSync(new URL('package.json', within), 'utf8'));
  expect(blocks.take('sh', 'npm install')).toBe(`npm install ${name}\n`);
});

/** Paths below the client, such as `tasks.show`. */
const methodsOf = (part: object, above = ''): string[] =>
  Object.entries(part).flatMap(([name, member]) =>
    typeof member === 'function' ? [`${above}${name}`] : methodsOf(member, `${above}${name}.`),
  );

const { installMultiTasks: long, showTask: usual } = timeouts;

test('the table of methods names every method, and no other', () => {
  const { raw: _, ...named } = stubClient([]).fdi;
  const rows = readme.split('\n').filter((line) => line.startsWith('| `fdi.'));
  const shown = rows.flatMap((row) => {
    const [, first = '', path = ''] = /`((fdi[\w.]*)\.\w+)\(/.exec(row) ?? [];
    return [first, ...[...row.matchAll(/`\.(\w+)\(/g)].map(([, name]) => `${path}.${name}`)];
  });
  expect(shown.toSorted()).toEqual(methodsOf(named, 'fdi.').toSorted());
});

/** The operation that each method calls; iterators call that of their list. */
async function operationsOfMethods(): Promise<Map<string, OperationId>> {
  const { raw: _, ...named } = stubClient([json({}, 500)]).fdi;
  const methods = methodsOf(named).filter((path) => !path.endsWith('.iterate'));
  const calls = methods.map(async (path) => {
    const method = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], named);
    const error = await failure((method as (...ids: string[]) => Promise<unknown>)('id', 'id'));
    return [path, (error as ApiError).operation!] as const;
  });
  return new Map(await Promise.all(calls));
}

test('the longer deadline is said of the methods that have it, and of no other', async () => {
  const waiting = [...(await operationsOfMethods())].filter(([, operation]) => timeouts[operation] !== usual);
  const section = readme.slice(readme.indexOf('### Deadlines'), readme.indexOf('\n\n`init` has'));
  const said = [...section.matchAll(/`(\w+(\.\w+)+)`/g)].map(([, path]) => path);
  expect(said.toSorted()).toEqual(waiting.map(([path]) => path).toSorted());
});

test('the project’s table names every operation, and the method that calls it', async () => {
  const rows = projects.matchAll(/^\| `(\w+)`[^|]*\| ✓ \| `([\w.]+)`/gm);
  const shown = [...rows].map(([, operation, method]) => `${method} ${operation}`);
  const called = [...(await operationsOfMethods())].map((entry) => entry.join(' '));
  expect(shown.toSorted()).toEqual(called.toSorted());
  expect(shown).toHaveLength(Object.keys(routes).length);
});

test('README, docstring and the project’s README state the deadlines of the contract', () => {
  expect(new Set(Object.values(timeouts))).toEqual(new Set([usual, long]));
  const [inWords, usualInWords] = [long, usual].map((milliseconds) => milliseconds.toLocaleString('en'));
  expect(readme).toContain(`${inWords} ms for what waits`);
  expect(readme).toContain(`${usualInWords} ms for the rest`);
  const options = readFileSync(new URL('src/options.ts', within), 'utf8');
  expect(options).toContain(`@default ${long} for calls that wait`);
  expect(options).toContain(`and for the raw client, ${usual} for the rest`);
  expect(projects).toContain(
    `\`timeout\` (${long / 1000} s for what waits for a database or for tasks, ${usual / 1000} s else)`,
  );
});

// examples.test.ts runs them.
test('every example stands in the README as it is', () => {
  const examples = readdirSync(new URL('examples/', within)).map((name) =>
    readFileSync(new URL(`examples/${name}`, within), 'utf8'),
  );
  expect(examples).toHaveLength(3);
  for (const text of examples) expect(blocks.take('ts', text)).toBe(text);
});

const credentials = blocks.take('ts', 'const credentials: Credentials');

test('credentials of an object sign, and renew what was refused', async () => {
  const strict = await startMock({ token: 'fresh' });
  onTestFinished(() => strict.close());
  const printed = await runTypeScript(credentials, {
    within,
    before: `import { createFdiClient, type Credentials } from '@roma-fdi/client';
let token = 'stale';
const currentToken = async () => token;
const fetchNewToken = async () => void (token = 'fresh');`,
    after: `${client(strict.url, 'credentials')}\nawait fdi.tasks.delete(task_id);\nconsole.log(token);`,
  });
  expect(printed).toBe('fresh\n');
  // The mock keeps calls whose token it takes: the stale one was answered 401 before.
  expect(strict.requests.map(({ status }) => status)).toEqual([204]);
});

const raw = blocks.take('ts', 'fdi.raw.GET');

test('the raw client answers data and response', async () => {
  const printed = await runTypeScript(raw, {
    within,
    before: `import { createFdiClient, routes } from '@roma-fdi/client';${client(mock.url)}`,
    after: 'console.log(response.status, data?.task.task_id);',
  });
  expect(printed).toBe(`200 ${task.task_id}\n`);
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
