import { failures, routes } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { readmeBlocks } from '../../../test/readme-blocks.ts';
import { runTypeScript } from '../../../test/run-typescript.ts';

const blocks = readmeBlocks(new URL('../README.md', import.meta.url));
const example = blocks.take('ts', 'const body: MultiTaskInitBody');

test('the example compiles, and its comments say what the tables hold', async () => {
  const commented = [...example.matchAll(/^(\w+\.\w+\.\w+); \/\/ (.*)$/gm)].map(([, path = '', value = '']) => [
    path,
    value,
  ]);
  expect(commented).toHaveLength(2);
  const printed = await runTypeScript(example, {
    within: new URL('..', import.meta.url),
    before: "const source = 'a';\nconst target = 'b';",
    after: `console.log(JSON.stringify([body, ${commented.map(([path]) => path).join(', ')}]));`,
  });
  const [body, ...values] = JSON.parse(printed) as unknown[];
  expect(body).toEqual({ source_datasource_id: 'a', target_datasource_id: 'b', auto_mapping: true });
  expect(values).toEqual([routes.installMultiTasks.path, failures.UnknownDataSource.remedy]);
  expect(values.map((value) => `'${value}'`)).toEqual(commented.map(([, value]) => value));
});

test('every block of the README is run', () => expect(blocks.left()).toEqual([]));
