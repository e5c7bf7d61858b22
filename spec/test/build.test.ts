/** The build writes the same bundle wherever and whenever it runs, with the table of all failures in its description. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../test/programs.ts';
import { inCi } from '../../test/properties.ts';
import { at, entries, type Json, readContract, specFolder } from './contract.ts';
import { type Copy, copyContract } from './copies.ts';

const written = ['dist/openapi.json', 'dist/openapi.yaml'];
/** Built in CI alone: elsewhere what `npm run check` has built is looked at. */
let same: Copy | undefined;
let other: Copy;

beforeAll(async () => {
  other = copyContract();
  other.edit('errors.yaml', (text) => text.replace('summary: Too many requests', 'summary: Slow down'));
  if (inCi) same = copyContract();
  const copies = same ? [same, other] : [other];
  const outcomes = await Promise.all(copies.map((copy) => copy.run('node', ['build.mjs'])));
  for (const { code, printed } of outcomes) expect(code, printed).toBe(0);
});

afterAll(() => {
  same?.remove();
  other.remove();
});

describe('The bundle', () => {
  it.for(written)('is the same in another folder at another time: %s', (path, context) => {
    if (!same) return takesLong(context);
    const hint = 'spec/dist is older than the contract: run `npm run check`, which builds it.';
    expect(bundle(specFolder, path) === bundle(same.folder, path), hint).toBe(true);
  });

  it.each(written)('is another one when the contract is: %s', (path) => {
    expect(bundle(other.folder, path)).not.toBe(bundle(specFolder, path));
  });

  it('is one document in both forms, without a reference to another file', () => {
    expect(bundle(specFolder, 'dist/openapi.json')).not.toMatch(/"\$ref": "[^#]/);
    expect(bundle(specFolder, 'dist/openapi.yaml')).not.toMatch(/\$ref: ['"]?[^#'"]/);
  });
});

describe('The description', () => {
  it('ends with a table that has one row for each failure that is known to be raised, in their order', () => {
    const all = entries(readContract().get('errors.yaml')?.value);
    const failures = all.filter(([, failure]) => at(failure, 'x-raised') !== 'unknown');
    expect(failures.length).toBeGreaterThan(25);
    expect(failures.length).toBeLessThan(all.length);
    expect(rowsOf(specFolder)).toEqual(
      failures.map(([name, failure]) => [
        String(at(failure, 'x-status')),
        `\`${String(at(failure, 'value', 'error_code'))}\``,
        `\`${name}\`: ${String(at(failure, 'summary'))}`,
        at(failure, 'x-cause'),
        at(failure, 'x-remedy'),
      ]),
    );
  });

  it('follows errors.yaml', () => {
    expect(rowsOf(other.folder).filter((row) => row.includes('`TooManyRequests`: Slow down'))).toHaveLength(1);
    expect(rowsOf(specFolder).filter((row) => row.includes('`TooManyRequests`: Slow down'))).toEqual([]);
  });
});

/** The cells of the table's rows below its head. */
function rowsOf(folder: string): string[][] {
  const document = JSON.parse(bundle(folder, 'dist/openapi.json')) as Json;
  const [, table = ''] = String(at(document, 'info', 'description')).split('\n## Errors\n');
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  expect(lines[0]).toBe('| Status | Code | Name and meaning | Cause | What to do |');
  return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

function bundle(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
