import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Mock, startMock } from '@roma-fdi/mock';
import { routes } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../../../test/programs.ts';
import { readSamples, type Sampled } from './samples.ts';
import { type Ran, startTypeScriptRunner, type TypeScriptRunner } from './typescript-runner.ts';

const run = promisify(execFile);
const samples = await readSamples();
const token = 'token of the test';

let mock: Mock;
let runner: TypeScriptRunner;
const ran = new Map<string, Ran>();
/** What reached the mock from them. */
let requests: Mock['requests'];

beforeAll(async () => {
  mock = await startMock({ token });
  runner = await startTypeScriptRunner(environment());
  for (const { operationId, typescript } of samples) ran.set(operationId, await runner.run(operationId, typescript));
  requests = [...mock.requests];
});

afterAll(async () => {
  await runner?.end();
  await mock?.close();
});

const environment = () => ({ ...process.env, FDI_URL: mock.url, FDI_TOKEN: token });

/** The mock keeps none. */
function withoutPasswords(body: unknown): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body, (name, value) => (name === 'password' ? '***' : value)));
}

/** What the sample should send. */
const requestOf = ({ operationId, method, body }: Sampled) => ({
  operationId,
  method,
  url: expect.any(String),
  body: withoutPasswords(body),
  status: expect.toSatisfy((value: number) => value >= 200 && value < 300),
});

/** The texts, numbers and booleans of an answer, as they are printed. */
function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];
}
const someIn = (text: string) => (leaves: string[]) => leaves.some((leaf) => text.includes(leaf));

describe('the samples', () => {
  it('are there for every operation', () => {
    expect(samples.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
  });

  it('fit the types of the client, under strict rules, and a sample that does not is caught', async () => {
    const wrong = samples.find(({ operationId }) => operationId === 'installMultiTasks')!.typescript;
    const mistaken = wrong.replace('auto_mapping:', '// @ts-expect-error There is no such property.\n  auto_maping:');
    expect(mistaken).not.toBe(wrong);
    await writeFile(join(runner.folder, 'mistaken.ts'), mistaken);
    const extended = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
    await writeFile(join(runner.folder, 'tsconfig.json'), JSON.stringify({ extends: extended, include: ['*.ts'] }));
    const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc');
    await run(process.execPath, [tsc, '-p', runner.folder]).catch(({ stdout, stderr }) => {
      throw new Error(`The samples do not compile:\n${stdout}${stderr}`);
    });
  });

  describe.each(samples)('of $operationId', (sample) => {
    it('in TypeScript runs, sends the example alone and prints the answer', () => {
      const sent = requests.filter(({ operationId }) => operationId === sample.operationId);
      expect(sent).toHaveLength(1);
      expect(sent).toMatchObject([requestOf(sample)]);
      const { printed, error } = ran.get(sample.operationId)!;
      expect(error).toBeUndefined();
      if (sample.answers.length > 0) expect(sample.answers.flatMap(leavesOf)).toSatisfy(someIn(printed));
      else expect(printed).toBe('');
    });

    it('in cURL runs in a shell, sends the example and prints the answer', async (context) => {
      needs(context, 'curl');
      const { stdout } = await run('sh', ['-c', sample.curl], { env: environment() });
      expect(mock.requests.at(-1)).toMatchObject(requestOf(sample));
      if (sample.answers.length > 0) expect(sample.answers).toContainEqual(JSON.parse(stdout));
      else expect(stdout).toBe('');
    });
  });

  it('in cURL fail, and show why, when the token is wrong', async (context) => {
    needs(context, 'curl');
    const env = { ...environment(), FDI_TOKEN: 'another' };
    const failure = await run('sh', ['-c', samples[0]!.curl], { env }).catch((error) => error);
    expect(failure).toMatchObject({ code: 22, stdout: expect.stringContaining('error_code') });
  });
});
