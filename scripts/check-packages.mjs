// Proves the packages as npm would deliver them: packed, then installed alone in an empty folder.
// The client brings its declared dependencies and nothing else, runs, and type-checks on TypeScript 5.9 and 7. The mock brings nothing
// at all, so it is installed with no registry in reach, and answers on Node 20, 22 and 24; its fixtures keep their word on the lowest and the
// highest vitest that it names. The server needs no private package.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from '../packages/mock/test/fixture/judge.ts';
import { freePort } from '../test/free-port.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'roma-fdi-packages-'));
const nodes = { 20: '20.20.2', 22: '22.23.3' };
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  if (status === 0) return stdout;
  throw new Error(
    `${command} ${args.join(' ')} failed in ${cwd}:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`,
  );
}

function check(what, holds, found) {
  if (!holds)
    throw new Error(`${what}: it does not hold${found === undefined ? '' : `, found ${JSON.stringify(found)}`}.`);
  console.log(`  holds: ${what}`);
}

/** An empty project with a module of ours in it. */
function folder(name, files = {}) {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

function pack(name, floor = 'packages') {
  run(join(root, 'node_modules/.bin/pnpm'), ['pack', '--pack-destination', work], join(root, floor, name));
  return join(
    work,
    readdirSync(work).find((file) => new RegExp(`-${name}-\\d.*\\.tgz$`).test(file)),
  );
}

/** Names of everything that lies in node_modules. */
function installed(path) {
  const modules = join(path, 'node_modules');
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((own) => `${name}/${own}`) : [name],
    )
    .sort();
}

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];

function checkMock(tarball) {
  console.log('@roma-fdi/mock, alone in an empty folder, no registry in reach');
  const path = folder('mock', {
    'use.mjs': `import { createServer } from 'node:net';
import { createMock, fault, startGuard, startMock } from '@roma-fdi/mock';
const mock = await startMock();
const guard = await startGuard(mock.url);
const headers = { 'x-auth-token': 't', 'content-type': 'application/json' };
const path = JSON.parse(process.argv[2]);
const good = await fetch(guard.url + path, { method: 'POST', headers, body: '{"auto_mapping":true}' });
const bad = await fetch(guard.url + path, { method: 'POST', headers, body: '{"auto_mapping":"yes"}' });
const twice = 'HTTP/1.1 200 OK\\r\\nX-Request-Id: a\\r\\nContent-Type: application/json\\r\\nContent-Length: 2\\r\\n\\r\\n[]'.repeat(2);
const broken = createServer((socket) => socket.once('data', () => socket.write(twice)));
await new Promise((resolve) => broken.listen(0, '127.0.0.1', resolve));
const strict = await startGuard('http://127.0.0.1:' + broken.address().port);
await fetch(strict.url + path, { method: 'POST', headers, body: '{}' });
const [{ message }] = strict.violations;
const local = await createMock();
local.on('installMultiTasks').once(fault.delay(1, 'pair-only')).once(fault.reset('before')).once(fault.cutBody());
const inside = [];
for (let call = 0; call < 3; call++)
  inside.push(await local.fetch('http://a' + path, { method: 'POST', headers, body: '{}' }).then((answer) => answer.text()).then(() => 'whole', (error) => error.message));
await local.close();
console.log(JSON.stringify([good.status, (await good.json()).length, bad.status, (await bad.json()).error_msg, guard.violations.length, message, inside.join()]));
await strict.close();
broken.close();
await guard.close();
await mock.close();
`,
  });
  run('npm', ['install', ...quiet, '--offline', '--cache', join(work, 'empty-cache'), tarball], path);
  check('it brings no other package', installed(path).join() === '@roma-fdi/mock', installed(path));
  const dist = join(path, 'node_modules/@roma-fdi/mock/dist');
  const scripts = readdirSync(dist, { recursive: true }).filter((file) => /\.[cm]?js$/.test(file));
  const code = scripts.map((file) => readFileSync(join(dist, file), 'utf8')).join('\n');
  const licences = readFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
  // Prism's manifest, which is inside, still names the package that reports installations; its code must not be.
  check(
    'it has no telemetry in it',
    !/^@scarf|analytics/m.test(licences) && !/scarf\.sh|googletagmanager|otel\./.test(code),
  );
  const fakers = licences.match(/^(json-schema-faker|@faker-js\/faker) .*$/gm) ?? [];
  check('it has one faker', fakers.length === 1, fakers);
  check('it ships the licences of what is inside', /prism-http/.test(licences) && /ajv/.test(licences));

  const url = JSON.stringify(urlOf('installMultiTasks'));
  for (const [major, node] of Object.entries({ ...nodeBinaries(), 24: process.execPath })) {
    const [goodStatus, elements, badStatus, message, violations, broken, inside] = JSON.parse(
      run(node, ['use.mjs', url], path),
    );
    check(
      `mock and guard answer on Node ${major}`,
      goodStatus === 200 && elements > 0 && badStatus === 400 && violations === 1 && /auto_mapping/.test(message),
      [goodStatus, elements, badStatus, message, violations],
    );
    // It goes by what Node does with a connection, which no document promises.
    check(
      `the guard sees a second answer behind the first on Node ${major}`,
      /goes on behind its end/.test(broken),
      broken,
    );
    check(
      `a mock without a port answers, and breaks, on Node ${major}`,
      inside === 'whole,fetch failed,terminated',
      inside,
    );
    check(
      `the command prints its help on Node ${major}`,
      /--port/.test(run(node, [join(dist, 'bin.js'), '--help'], path)),
    );
  }
}

/** The mock's own scenario of node:test, on the lowest Node and on this one, and the file of its README for Jest. */
function checkRunners(tarball) {
  console.log('@roma-fdi/mock, with node:test and Jest');
  const readme = readFileSync(join(root, 'packages/mock/README.md'), 'utf8');
  const [, jest] = /```js\n(import [^`]*@jest\/globals[^`]*)```/.exec(readme) ?? [];
  const path = folder('runners', { 'jest.config.js': 'export default {};\n', 'readme.test.js': jest ?? '' });
  run('npm', ['install', ...quiet, `jest@${jestVersion}`, tarball], path);
  const scenario = 'node-test.scenario.mjs';
  cpSync(join(root, 'packages/mock/test/fixture', scenario), join(path, scenario));
  for (const [major, node] of Object.entries({ ...nodeBinaries(), 24: process.execPath })) {
    const { stdout } = spawnSync(node, ['--test-reporter=tap', '--test', scenario], { cwd: path, encoding: 'utf8' });
    const results = [...stdout.matchAll(/^ +(ok|not ok) \d+ - (guilty|innocent): /gm)];
    const right = results.filter(([, result, kind]) => (result === 'ok') === (kind === 'innocent'));
    check(
      `with node:test of Node ${major} exactly the guilty fail`,
      results.length > 5 && right.length === results.length,
      stdout,
    );
  }
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' };
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js'], {
    cwd: path,
    encoding: 'utf8',
    env,
  });
  check('the file of the README passes with Jest', status === 0 && /1 passed/.test(stderr), stderr);
}

const jestVersion = '30.5.2';

/** The lowest and the highest vitest that the mock names, and the two between which overrides begin to reach the guard. */
const vitests = ['3.2.0', '4.0.18', '4.1.0', versionOf('vitest')];

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** The scenarios of the mock's own tests, in which exactly the guilty must fail. */
async function checkFixtures(tarball) {
  for (const version of vitests) {
    console.log(`@roma-fdi/mock/vitest, with vitest ${version}`);
    const path = folder(`fixtures-${version}`, {
      'vitest.config.mjs': `export default { test: { include: ['*.scenario.ts'] } };\n`,
    });
    const scenarios = join(root, 'packages/mock/test/fixture');
    for (const name of readdirSync(scenarios).filter((file) => file.endsWith('.scenario.ts')))
      cpSync(join(scenarios, name), join(path, name));
    // npm refuses a version that the mock does not name.
    const vite = version === versionOf('vitest') ? [`vite@${versionOf('vite')}`] : [];
    run('npm', ['install', ...quiet, `vitest@${version}`, ...vite, tarball], path);
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile=report.json'],
      { cwd: path, env: { ...process.env, SCENARIO_PORT: String(await freePort()) } },
    );
    const { testResults } = JSON.parse(readFileSync(join(path, 'report.json'), 'utf8'));
    const fileOf = (name) => testResults.filter((result) => result.name.endsWith(`/${name}.scenario.ts`));
    check('the run fails', status === 1, status);
    const apart = judge({ testResults: fileOf('together') });
    check('of tests that run at the same time, exactly the guilty fail', apart.length === 0, apart);
    const overridden = fileOf('upstream');
    if (/^(3|4\.0)\./.test(version)) {
      const [{ message, assertionResults }] = overridden;
      const refused = assertionResults.length === 0 && /with vitest 4\.1 and newer/.test(message);
      check('a server of one’s own is refused with a sentence', refused, overridden);
    } else {
      const behind = judge({ testResults: overridden });
      check('a server of one’s own is guarded', behind.length === 0, behind);
    }
  }
}

/** The path of an operation, in some project and instance. */
function urlOf(operationId) {
  const script = `import('@roma-fdi/types').then(({ routes }) => console.log(routes.${operationId}.path))`;
  const template = run(process.execPath, ['-e', script], join(root, 'apps/server'));
  return template.trim().replace('{project_id}', 'p').replace('{instance_id}', 'i');
}

/** Node 20 and 22 from npm, outside the project. */
function nodeBinaries() {
  return Object.fromEntries(
    Object.entries(nodes).map(([major, version]) => {
      if (process.versions.node.startsWith(`${major}.`)) return [major, process.execPath];
      const own = spawnSync('node', ['-p', 'process.execPath'], {
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: (process.env.PATH ?? '')
            .split(':')
            .filter((entry) => !entry.includes('node_modules'))
            .join(':'),
        },
      }).stdout?.trim();
      const ownVersion = own && spawnSync(own, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim();
      if (ownVersion?.startsWith(`${major}.`)) return [major, own];
      const path = folder(`node-${major}`);
      run('npm', ['install', ...quiet, `node-linux-${arch}@${version}`], path);
      return [major, join(path, `node_modules/node-linux-${arch}/bin/node`)];
    }),
  );
}

/** Stubs are completed and refused by the types that the tarball brings, and by no other package's. */
function checkMockTypes() {
  const path = join(work, 'mock');
  writeFileSync(
    join(path, 'right.ts'),
    `import { createMock, fault, startMock } from '@roma-fdi/mock';
import { startForTest } from '@roma-fdi/mock/node-test';
const mock = await startMock({ chaos: { rate: 0.1 } });
mock.on('installMultiTasks').once(fault.delay(5, 'auto-mapping')).when(({ body }) => body?.auto_mapping === true).always(503);
const { guard } = await startForTest({ after: () => {} });
export const transport: typeof fetch = (await createMock()).fetch;
export const url: string = guard.url;
`,
  );
  const wrong = `import { startMock } from '@roma-fdi/mock';\n(await startMock()).on('installMultiTasks').once('auto-maping');\n`;
  writeFileSync(join(path, 'wrong.ts'), wrong);
  for (const [version, tsc] of compilers) {
    const right = compile(tsc, path, 'right.ts');
    check(`the mock's own declarations hold on TypeScript ${version}`, right.status === 0, right.stdout);
    const refused = compile(tsc, path, 'wrong.ts');
    const says = refused.status !== 0 && /auto-maping/.test(refused.stdout);
    check(`a misspelt example is refused on TypeScript ${version}`, says, refused.stdout);
  }
}

const compilers = [
  ['5.9', join(root, 'packages/types/node_modules/typescript/bin/tsc')],
  ['7', join(root, 'node_modules/.bin/tsc')],
];

function compile(tsc, path, file) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    module: 'nodenext',
    types: [],
    lib: ['es2023', 'dom'],
  };
  writeFileSync(join(path, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  return spawnSync(tsc, ['-p', '.'], { cwd: path, encoding: 'utf8' });
}

async function checkClient(tarball) {
  console.log('@roma-fdi/client, alone in an empty folder');
  const use = `import { createFdiClient, isApiError } from '@roma-fdi/client';
const fdi = createFdiClient({ baseUrl: process.argv[2] ?? '', projectId: 'p', instanceId: 'i', credentials: 't' });
const [pair] = await fdi.compositeTasks.init({ auto_mapping: true });
let tables = 0;
for await (const mapping of fdi.compositeTasks.mappings.iterate(pair?.task_id ?? '')) tables += mapping.source_table ? 1 : 0;
try {
  await fdi.tasks.show('init');
} catch (error) {
  if (isApiError(error)) console.log(JSON.stringify([tables, error.status, error.remedy]));
}
`;
  const path = folder('client', {
    'use.ts': `declare const process: { argv: string[] };\ndeclare const console: { log(text: string): void };\n${use}`,
    'use.mjs': use,
    'wrong.ts': `import { createFdiClient } from '@roma-fdi/client';
void createFdiClient({ baseUrl: '', projectId: 'p', instanceId: 'i', credentials: 't' }).compositeTasks.init({ auto_maping: true });
`,
  });
  run('npm', ['install', ...quiet, tarball], path);
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(path, 'node_modules/@roma-fdi/client/package.json'), 'utf8'),
  );
  const declared = new Set(['@roma-fdi/client']);
  const add = (names) => {
    for (const name of names) {
      if (declared.has(name)) continue;
      declared.add(name);
      add(
        Object.keys(
          JSON.parse(readFileSync(join(path, 'node_modules', name, 'package.json'), 'utf8')).dependencies ?? {},
        ),
      );
    }
  };
  add(Object.keys(dependencies));
  check(
    `it brings what it declares and nothing else (${[...declared].join(', ')})`,
    installed(path).join() === [...declared].sort().join(),
    installed(path),
  );
  for (const [version, tsc] of compilers) {
    check(`TypeScript ${version} is the compiler`, run(tsc, ['--version'], path).includes(`Version ${version}.`));
    const right = compile(tsc, path, 'use.ts');
    check(`a program that uses it type-checks on TypeScript ${version}`, right.status === 0, right.stdout);
    const wrong = compile(tsc, path, 'wrong.ts');
    check(
      `a misspelt property is refused on TypeScript ${version}`,
      wrong.status !== 0 && /auto_maping/.test(wrong.stdout),
      wrong.stdout,
    );
  }
  const mock = spawn(process.execPath, [join(work, 'mock/node_modules/@roma-fdi/mock/dist/bin.js'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise((resolve, reject) => {
      let text = '';
      mock.stdout.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
        if (found) resolve(found[0]);
      });
      mock.once('exit', () => reject(new Error('The mock ended early.')));
    });
    for (const [major, node] of Object.entries({ ...nodeBinaries(), 24: process.execPath })) {
      const [tables, status, remedy] = JSON.parse(run(node, ['use.mjs', url], path));
      check(`it calls the mock on Node ${major}`, tables > 0 && status === 400 && remedy.length > 0, [
        tables,
        status,
        remedy,
      ]);
    }
  } finally {
    mock.kill();
  }
}

/** The server has its private packages inside, and the matcher beside it. */
async function checkServer(tarballs) {
  console.log('@roma-fdi/server, with @roma-fdi/automap, in an empty folder');
  const path = folder('server', {
    'use.mjs': `import { DatabaseSync } from 'node:sqlite';
import { createConfig, startServer } from '@roma-fdi/server';
for (const name of ['a', 'b']) new DatabaseSync(name + '.db').exec('create table orders (id integer primary key, note text)');
const config = createConfig({ port: 0, data: ':memory:', token: 't', sqliteRoot: '.', logLevel: 'silent' });
const server = await startServer(config, { checkAnswers: true });
const [register, init] = JSON.parse(process.argv[2]);
const post = async (path, body) => {
  const headers = { 'x-auth-token': 't', 'content-type': 'application/json' };
  const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.json();
};
const ids = [];
for (const name of ['a', 'b']) {
  const source = { datasource_name: name, datasource_type: 'SQLITE', app_id: 'check', content: { database_name: name + '.db' } };
  ids.push((await post(register, source)).datasource_id);
}
const [element] = await post(init, { source_datasource_id: ids[0], target_datasource_id: ids[1], auto_mapping: true });
const refusal = await post(init, { auto_mapping: 'yes' });
console.log(JSON.stringify([element.mappings_total_count, refusal.error_msg]));
await server.close();
`,
    'double.mjs': `import { startTestServer } from '@roma-fdi/server/test';
await using server = await startTestServer();
const { baseUrl, credentials, projectId, instanceId } = server.client;
const url = baseUrl + JSON.parse(process.argv[2]).replace('/p/', '/' + projectId + '/').replace('/i/', '/' + instanceId + '/');
const answer = await fetch(url, { headers: { 'x-auth-token': credentials } });
console.log(JSON.stringify((await answer.json()).entities.map(({ datasource_id }) => datasource_id === server.source || datasource_id === server.target)));
`,
  });
  run('npm', ['install', ...quiet, ...tarballs], path);
  const own = installed(path).filter((name) => name.startsWith('@roma-fdi/'));
  check('it brings the matcher and no private package', own.join() === '@roma-fdi/automap,@roma-fdi/server', own);
  const urls = ['createDatasourceInfo', 'installMultiTasks'].map(urlOf);
  const [mappings, message] = JSON.parse(run(process.execPath, ['use.mjs', JSON.stringify(urls)], path));
  check('it maps two databases, and refuses what does not fit', mappings === 1 && /auto_mapping/.test(message), [
    mappings,
    message,
  ]);
  const found = JSON.parse(run(process.execPath, ['double.mjs', JSON.stringify(urlOf('listDatasources'))], path));
  check('the test double has its two data sources, and ends', found.join() === 'true,true', found);
  const bin = join(path, 'node_modules/@roma-fdi/server/dist/main.js');
  check('the command prints its help', /--port/.test(run(process.execPath, [bin, '--help'], path)));
}

try {
  const tarballs = { mock: pack('mock'), client: pack('client'), automap: pack('automap') };
  checkMock(tarballs.mock);
  checkMockTypes();
  await checkFixtures(tarballs.mock);
  checkRunners(tarballs.mock);
  await checkClient(tarballs.client);
  await checkServer([tarballs.automap, pack('server', 'apps')]);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
