import { readdirSync, readFileSync } from 'node:fs';
import { type Mock, startMock, story } from '@roma-fdi/mock';
import * as contract from '@roma-fdi/types';
import { failures, timeouts } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
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
  const methods = methodsOf(named).filter((path) => !/(^map|\.(iterate|all|findOrCreate))$/.test(path));
  const calls = methods.map(async (path) => {
    const method = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], named);
    // As many IDs as it takes; a call with too few is none of an operation.
    for (const ids of [[], ['id'], ['id', 'id']]) {
      const error = await failure((method as (...ids: string[]) => Promise<unknown>)(...ids));
      if ((error as ApiError).operation) return [path, (error as ApiError).operation!] as const;
    }
    throw new Error(`${path} calls no operation`);
  });
  return new Map(await Promise.all(calls));
}

test('the longer deadline is said of the methods that have it, and of no other', async () => {
  const waiting = [...(await operationsOfMethods())].filter(([, operation]) => timeouts[operation] !== usual);
  const section = readme.slice(readme.indexOf('### Deadlines'), readme.indexOf('\n\n`init` has'));
  const said = [...section.matchAll(/`(\w+(\.\w+)+)`/g)].map(([, path]) => path);
  expect(said.toSorted()).toEqual(waiting.map(([path]) => path).toSorted());
});

test('the tables of retries say what the contract says', async () => {
  const section = readme.slice(readme.indexOf('### Retries'), readme.indexOf('## When something fails'));
  const cells = (words: string) => section.split('\n').filter((line) => line.startsWith(`| ${words}`));
  const namesIn = ([row = '', ...others]: string[], pattern: RegExp) => {
    expect(others).toEqual([]);
    return [...row.matchAll(pattern)].map(([, name]) => name).toSorted();
  };
  const tryAgain = Object.entries(failures).filter(([, { action }]) => action === 'try-again');
  expect(namesIn(cells('429, 503'), /`([A-Z]\w+)`/g)).toEqual(tryAgain.map(([name]) => name).toSorted());
  const methods = await operationsOfMethods();
  const rules: Readonly<Record<OperationId, { readonly repeatable: boolean | string }>> = contract;
  const rows = { 'sent again |': true, 'sent again where the body has a `task_id`': 'task_id', never: false };
  for (const [words, rule] of Object.entries(rows)) {
    const expected = [...methods].filter(([, operation]) => rules[operation].repeatable === rule).map(([path]) => path);
    expect(namesIn(cells(words), /`(\w+(?:\.\w+)+)`/g)).toEqual(expected.toSorted());
  }
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
test('an example stands in the README as it is, or has a link there that says what it does', () => {
  const shown = ['demo.ts', 'errors.ts', 'first-task.ts'];
  for (const name of readdirSync(new URL('examples/', within))) {
    const text = readFileSync(new URL(`examples/${name}`, within), 'utf8');
    if (shown.includes(name)) expect(blocks.take('ts', text)).toBe(text);
    else expect(readme).toMatch(new RegExp(`^\\| \\[${name}\\]\\(examples/${name}\\) \\| .+ \\|$`, 'm'));
  }
});

test('a call gives status and request id beside its value', async () => {
  const printed = await runTypeScript(blocks.take('ts', '.withResponse()'), {
    within,
    before: `import { createFdiClient } from '@roma-fdi/client';${client(mock.url)}`,
    after: 'console.log(data.task.task_id, status, typeof requestId, instance_id && project_id);',
  });
  expect(printed).toBe(`${task.task_id} 200 string p\n`);
});

const hooks = blocks.take('ts', 'onOutcome:');

test('hooks are told of a call', async (context) => {
  takesLong(context);
  const printed = await runTypeScript(hooks, {
    within,
    before: `import { createFdiClient } from '@roma-fdi/client';
const place = { baseUrl: '${mock.url}', projectId: 'p', instanceId: 'i', credentials: 't' };
const durations: [string | undefined, number, number][] = [];`,
    after: 'await fdi.tasks.count();\nconsole.log(durations.map((one) => one.slice(0, 2).join()));',
  });
  expect(printed).toBe("[ 'countTasks,1' ]\n");
});

test('the line of a log is one as they are written', async () => {
  const written: string[] = [];
  const logger = { debug: (text: string) => written.push(text), info() {}, warn() {}, error() {} };
  const answer = json(story.answer('showTask', 'draft').body, 200, { 'X-Request-Id': '4f1c9a' });
  await stubClient([answer], { projectId: 'p', instanceId: 'i', logger }).fdi.tasks.show('t');
  expect(blocks.take('', 'roma-fdi attempt')).toBe(`${written[0]?.replace(/duration_ms=\d+/, 'duration_ms=12')}\n`);
});

const credentials = blocks.take('ts', 'const credentials: Credentials');

test('credentials of an object sign, and renew what was refused', async (context) => {
  takesLong(context);
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

const [signing, user, environment] = ['/aksk', '/iam', '/env'].map((entry) => blocks.take('ts', `client${entry}'`));

test('an access key signs, and the environment may hold it', async (context) => {
  takesLong(context);
  const key = { accessKey: 'AK', secretKey: 'a-secret-key' };
  const strict = await startMock({ keys: [key] });
  onTestFinished(() => strict.close());
  const place = { baseUrl: strict.url, projectId: task.project_id, instanceId: 'i' };
  const after = 'await fdi.tasks.count();';
  const variables = {
    AK: key.accessKey,
    SK: key.secretKey,
    ROMA_FDI_URL: strict.url,
    ROMA_FDI_INSTANCE_ID: 'i',
    HUAWEICLOUD_SDK_PROJECT_ID: 'p',
    HUAWEICLOUD_SDK_AK: key.accessKey,
    HUAWEICLOUD_SDK_SK: key.secretKey,
    ROMA_FDI_TOKEN: '',
  };
  const surroundings = { within, after, environment: { ...process.env, ...variables } };
  await Promise.all([
    runTypeScript(signing!, { ...surroundings, before: `const place = ${JSON.stringify(place)};` }),
    runTypeScript(environment!, surroundings),
  ]);
  expect(strict.requests.map(({ status }) => status)).toEqual([200, 200]);
});

test('a user gets a token of IAM', async (context) => {
  takesLong(context);
  const strict = await startMock({ token: 'issued' });
  onTestFinished(() => strict.close());
  const printed = await runTypeScript(user!, {
    within,
    before: `const place = ${JSON.stringify({ baseUrl: strict.url, projectId: 'p', instanceId: 'i' })};
const real = globalThis.fetch;
globalThis.fetch = async (url, init) => {
  if (!String(url).startsWith('https://iam.cn-north-4.')) return real(url, init);
  console.log(String(init?.body).includes('a-password'));
  return new Response('{}', { status: 201, headers: { 'X-Subject-Token': 'issued' } });
};`,
    after: 'await fdi.tasks.count();',
    environment: { ...process.env, IAM_USER: 'user', IAM_PASSWORD: 'a-password', IAM_DOMAIN: 'account' },
  });
  expect(printed).toBe('true\n');
  expect(strict.requests.map(({ status }) => status)).toEqual([200]);
});

/** What a block takes as given. */
const given = (url: string): string =>
  `const baseUrl = '${url}', projectId = 'p', instanceId = 'i', credentials = 't';\n`;
const givenTask = `const task_id = '${task.task_id}';\n`;

const fast = blocks.take('ts', 'undiciTransport()');

test('the transport on undici carries calls, and is closed', async (context) => {
  takesLong(context);
  const printed = await runTypeScript(fast, { within, before: given(mock.url), after: 'console.log(typeof counts);' });
  expect(printed).toBe('object\n');
});

const slim = blocks.take('ts', "from '@roma-fdi/client/calls'");

test('a single operation is called, and its failure is known by its name', async (context) => {
  takesLong(context);
  expect(await runTypeScript(slim, { within, before: given(mock.url) + givenTask })).toBe(`${task.task_name}\n`);
  const { status, code } = failures.TaskNotFound;
  const missing = await startMock();
  onTestFinished(() => missing.close());
  const unknown = slim.replace('credentials })', `credentials, headers: { Prefer: 'code=${status}' } })`);
  expect(await runTypeScript(unknown, { within, before: given(missing.url) + givenTask })).toMatch(
    new RegExp(`^${status} ${code} `),
  );
});

const raw = blocks.take('ts', 'fdi.raw.GET');

test('the raw client answers data and response', async (context) => {
  takesLong(context);
  const printed = await runTypeScript(raw, {
    within,
    before: `import { createFdiClient, routes } from '@roma-fdi/client';${client(mock.url)}`,
    after: 'console.log(response.status, data?.task.task_id);',
  });
  expect(printed).toBe(`200 ${task.task_id}\n`);
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
