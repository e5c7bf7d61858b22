import { readdirSync, readFileSync } from 'node:fs';
import { type Mock, startMock, story } from '@roma-fdi/mock';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';
import { createFdiClient, type TaskResponseV2 } from '../src/index.ts';

const within = new URL('..', import.meta.url);
const file = new URL('README.md', within);
const readme = readFileSync(file, 'utf8');
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

test('the table of methods names every method, and no other', () => {
  const fdi = createFdiClient({ baseUrl: mock.url, projectId: 'p', instanceId: 'i', credentials: 't' });
  const methods = (part: object, path: string): string[] =>
    Object.entries(part).flatMap(([name, member]) =>
      typeof member === 'function' ? [`${path}.${name}`] : methods(member, `${path}.${name}`),
    );
  const { raw, ...named } = fdi;
  const rows = readme.split('\n').filter((line) => line.startsWith('| `fdi.'));
  const shown = rows.flatMap((row) => {
    const [, first = '', path = ''] = /`((fdi[\w.]*)\.\w+)\(/.exec(row) ?? [];
    return [first, ...[...row.matchAll(/`\.(\w+)\(/g)].map(([, name]) => `${path}.${name}`)];
  });
  expect(shown.toSorted()).toEqual(methods(named, 'fdi').toSorted());
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
