/** The generated file is held to the contract, and the promised names to the generated file. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { Operation } from '../src/index.ts';
import * as contract from '../src/index.ts';

const home = fileURLToPath(new URL('../', import.meta.url));
const generated = 'src/openapi.gen.ts';
const names = 'test/names.test-d.ts';
const copies: string[] = [];
const document = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@roma-fdi/spec/openapi.json')), 'utf8'));

type Id = keyof typeof contract.routes;
const ids = Object.keys(contract.routes) as Id[];
const operations: { readonly [Key in Id]: Operation<Key> } = { ...contract };

afterEach(() => {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('The drift check', () => {
  // The build asks the same.
  test('passes on the file in git', (context) => {
    takesLong(context);
    expect(run(home, 'generate.mjs', '--check')).toEqual({ code: 0, printed: '' });
  });

  test('fails on a file that the contract does not give, mends nothing, and names the command that does', (context) => {
    takesLong(context);
    const folder = copyWith((text) => text.replace('task_id: string', 'task_id: number'));
    const before = readFileSync(join(folder, generated), 'utf8');
    const { code, printed } = run(folder, 'generate.mjs', '--check');
    expect(code).toBe(1);
    expect(printed).toContain(`${generated} does not fit the contract`);
    expect(printed).toContain('Run `npm run generate` and commit the result');
    expect(readFileSync(join(folder, generated), 'utf8')).toBe(before);

    expect(run(folder, 'generate.mjs')).toMatchObject({ code: 0, printed: expect.stringContaining('openapi.gen.ts') });
    expect(readFileSync(join(folder, generated), 'utf8')).toBe(readFileSync(join(home, generated), 'utf8'));
  });
});

describe('The operations', () => {
  test('each stands under its name, with its route, its deadline and whether it may be repeated', () => {
    for (const id of ids)
      expect(operations[id]).toMatchObject({ id, ...contract.routes[id], timeout: contract.timeouts[id] });
    expect(contract.installMultiTasks).toMatchObject({ method: 'POST', repeatable: 'task_id' });
    expect(contract.deleteTask).toMatchObject({ repeatable: true, check: undefined });
    expect(contract.createMultiTasks).toMatchObject({ repeatable: false });
  });

  test.each(ids)('%s takes its example, and nothing that lacks what it promises', (id) => {
    const { check } = operations[id];
    const promised = promiseOf(id);
    expect(check === undefined).toBe(promised === undefined);
    if (!check || !promised) return;
    const judge = (answer: unknown) => () => check(answer, { answer }, 'answer', true);
    expect(judge(promised.example)).not.toThrow();
    for (const wrong of [undefined, null, 'a page', 7]) expect(judge(wrong)).toThrow(contract.Fault);
    for (const field of promised.required) {
      const answer = structuredClone(promised.example);
      delete (Array.isArray(answer) ? answer[0] : answer)[field];
      expect(judge(answer), field).toThrow(contract.Fault);
    }
  });
});

/** An example of an operation's answer, and the fields that the contract requires of it or of its entries. */
function promiseOf(id: Id) {
  const { method, path } = contract.routes[id];
  const { responses } = document.paths[path][method.toLowerCase()];
  const content = (responses[200] ?? responses[201] ?? responses[204]).content?.['application/json'];
  if (!content) return undefined;
  const { examples, schema } = content;
  const [example] = Object.values(examples).map(follow);
  const object = follow(schema.items ?? schema);
  const parts = [object, ...(object.allOf ?? []).map(follow)];
  return { example: example.value, required: parts.flatMap(({ required = [] }) => required) };
}

/** What a reference of the document stands for; anything else as it is. */
function follow(node: unknown) {
  const [, ...keys] = String(Object(node).$ref ?? '').split('/');
  return keys.length === 0 ? Object(node) : keys.reduce((place, key) => place[key], document);
}

describe('The compiler', () => {
  const broken = [
    {
      promise: 'RequiredKeys<MultiTaskInitElement>',
      change: (text: string) => text.replace(/^( +)task_id: string;/m, '$1task_id?: string;'),
    },
    { promise: 'Equal<MultiTaskMappingStatus,', change: (text: string) => text.replace('"AUTO" | "MANUAL"', '"AUTO"') },
    {
      promise: "MultiTaskInitBody['auto_mapping']",
      change: (text: string) => text.replace('auto_mapping?: boolean | null', 'auto_mapping?: boolean'),
    },
    {
      promise: 'typeof routes.installMultiTasks.method',
      change: (text: string) => text.replace(/(routes = [\s\S]*?\}) as const/, '$1'),
    },
    { promise: 'number extends Failure', change: (text: string) => text.replace(/status: \d+/, 'status: 0 as number') },
  ];

  test('points at each promised name that the generated file breaks, and not at the others', () => {
    const all = (text: string) => broken.reduce((changed, { change }) => change(changed), text);
    const { code, printed } = run(
      copyWith(all),
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.json',
      '--pretty',
      'false',
    );
    expect(code).not.toBe(0);
    const lines = readFileSync(join(home, names), 'utf8').split('\n');
    const reported = [...printed.matchAll(/^test\/names\.test-d\.ts\((\d+),/gm)].map(
      ([, line]) => lines[Number(line) - 1] ?? '',
    );
    for (const { promise } of broken) expect(reported.join('\n')).toContain(promise);
    expect(reported.filter((line) => line.includes('ErrorRsp'))).toEqual([]);
  });
});

/** A copy of the package in which the generated file reads differently. */
function copyWith(change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-types-'));
  copies.push(folder);
  for (const part of ['src', 'generate.mjs', 'package.json'])
    cpSync(join(home, part), join(folder, part), { recursive: true });
  cpSync(join(home, names), join(folder, names));
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  const config = {
    extends: join(home, '../../tsconfig.base.json'),
    compilerOptions: { noEmit: true },
    include: ['src', 'test'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(folder, generated), change(readFileSync(join(home, generated), 'utf8')));
  return folder;
}

function run(cwd: string, ...args: string[]): { code: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { code: status, printed: stdout + stderr };
}
