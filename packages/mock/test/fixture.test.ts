import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test as plain } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { takesLong } from '../../../test/programs.ts';
import { startGuard, startMock, story } from '../src/index.ts';
import { refuseOverrides } from '../src/vitest/refuse-overrides.ts';
import { expectNoViolations, test } from '../src/vitest.ts';
import { judge } from './fixture/judge.ts';
import { start } from './process.ts';

const headers = { 'X-Auth-Token': 'any' };

describe('the fixtures', () => {
  test('the guard stands in front of the mock', async ({ guard, mock }) => {
    const response = await fetch(guard.url + story.path('listDatasources'), { headers });
    expect(response.status).toBe(200);
    expect(mock.requests).toHaveLength(1);
  });

  test('a test that breaks the contract on purpose takes the violations', async ({ guard }) => {
    await fetch(`${guard.url}/nowhere`, { headers });
    expect(guard.takeViolations()).toMatchObject([{ direction: 'request', status: 404 }]);
  });

  test('a violation that is left makes the test fail, in one line each', async ({ mock }) => {
    const guard = await startGuard(mock);
    await fetch(`${guard.url}/nowhere`, { headers });
    expect(() => expectNoViolations(guard)).toThrow(/The contract was broken:\n {2}request GET \/nowhere 404: /);
    expect(() => expectNoViolations(guard)).not.toThrow();
    await guard.close();
  });
});

plain('of tests that run at the same time, or behind a guarded server, exactly the guilty fail', async (context) => {
  takesLong(context);
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-fixture-'));
  const report = join(folder, 'report.json');
  const root = fileURLToPath(new URL('fixture', import.meta.url));
  const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
  const { code, output } = await start('node', [vitest, 'run', '--root', root, '--outputFile', report], {
    SCENARIO_PORT: String(await freePort()),
  }).ended;
  expect(code, output).toBe(1);
  expect(judge(JSON.parse(readFileSync(report, 'utf8')))).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe('where vitest would ignore an override of what the guard uses', () => {
  /** Shaped like the test function of vitest 3.2. */
  interface Beside {
    (): string;
    extend(own: object): Test;
    scoped(own: object): string[];
    each(): string;
  }
  interface Test extends Beside {
    concurrent: Beside;
  }
  const beside = (name: string): Beside =>
    Object.assign(() => name, {
      extend: (own: object) => made(`${name}, ${Object.keys(own)}`),
      scoped: Object.keys,
      each: () => 'each',
    });
  const made = (name: string): Test => Object.assign(beside(name), { concurrent: beside(`${name}, beside`) });
  const refusing = refuseOverrides(made('ran'), ['mock', 'upstream']);

  plain.each([
    ['extend', () => refusing.extend({ upstream: 'http://127.0.0.1:1' })],
    ['extend, of the mock', () => refusing.extend({ mock: startMock })],
    ['scoped', () => refusing.scoped({ upstream: 'http://127.0.0.1:1' })],
    ['concurrent.extend', () => refusing.concurrent.extend({ upstream: 'http://127.0.0.1:1' })],
    ['extend after extend', () => refusing.extend({ other: 1 }).extend({ upstream: 'http://127.0.0.1:1' })],
  ])('%s is refused with what to do', (_name, override) => {
    expect(override).toThrow(/reaches the mock and the guard with vitest 4\.1 and newer.*Update vitest, or start them/);
  });

  plain('all else is as it was', () => {
    expect(refusing()).toBe('ran');
    expect(refusing.concurrent()).toBe('ran, beside');
    expect(refusing.each()).toBe('each');
    expect(refusing.scoped({ other: 1 })).toEqual(['other']);
    expect(refusing.extend({ other: 1 })()).toBe('ran, other');
  });
});

plain('with node:test, exactly the guilty fail', async (context) => {
  takesLong(context);
  const scenario = fileURLToPath(new URL('fixture/node-test.scenario.mjs', import.meta.url));
  const args = ['--conditions=@roma-fdi/source', '--test-reporter=tap', '--test', scenario];
  const { code, output } = await start('node', args).ended;
  expect(code, output).toBe(1);
  const results = [...output.matchAll(/^ +(ok|not ok) \d+ - (guilty|innocent): (.*)/gm)];
  expect(results.length, output).toBe(7);
  const wrong = results.filter(([, result, kind]) => (result === 'ok') !== (kind === 'innocent'));
  expect(wrong.map(([line]) => line)).toEqual([]);
  const reasons = output.match(/error: .*\n? *(?:The contract was broken|The stubs did not do)/g);
  expect(reasons?.length, output).toBe(3);
});
