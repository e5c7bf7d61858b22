import { readFileSync } from 'node:fs';
import {
  type CatalogMapping,
  columnReasons,
  type MapOptions,
  tableReasons,
  unmappedColumnReasons,
  unmappedTableReasons,
  wordRelations,
} from '@roma-fdi/automap';
import { describe, expect, it, vi } from 'vitest';
import { fencedBlocks, replaceBlocks } from '../../../test/fenced-blocks.ts';
import { answerLines } from './readme/answer-lines.ts';
import { answersOf } from './readme/examples.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');
const blocks = fencedBlocks(readme);
const answers = answersOf(blocks);

/** What the first example prints. */
async function printed(): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await import('./readme/map.ts');
    return log.mock.calls.map(([line]) => `${line}\n`).join('');
  } finally {
    log.mockRestore();
  }
}

it('the guide shows the code that is type-checked, and what it answers; `vitest -u` renews it', async () => {
  const output = await printed();
  const renewed = replaceBlocks(readme, ({ info, text }, at) => {
    const [, file] = /^ts (\w+\.ts)$/.exec(info) ?? [];
    if (file) return read(`readme/${file}`);
    if (info === 'text prints') return output;
    const answer = answers.get(at);
    return answer ? answerLines(answer) : text;
  });
  expect(blocks.map(({ info }) => info).filter((info) => info.startsWith('ts'))).toEqual([
    'ts map.ts',
    'ts options.ts',
    'ts worker.ts',
  ]);
  await expect(renewed).toMatchFileSnapshot('../README.md');
});

describe('the guide names', () => {
  it.each([
    ['reason of a table pair', tableReasons],
    ['reason of a column pair', columnReasons],
    ['relation of two words', wordRelations],
    ['reason of an unmapped table', unmappedTableReasons],
    ['reason of an unmapped column', unmappedColumnReasons],
  ])('every %s, and leaves its sentence to the code', (_, sentences: Readonly<Record<string, string>>) => {
    expect(Object.keys(sentences).filter((word) => !readme.includes(`| \`${word}\` |`))).toEqual([]);
    expect(Object.values(sentences).filter((sentence) => readme.includes(`| ${sentence} |`))).toEqual([]);
  });

  it('every option', () => {
    const options: Record<keyof MapOptions, true> = {
      exactNames: true,
      strictness: true,
      tablePrefix: true,
      tableSuffix: true,
      sourceTables: true,
      targetTables: true,
      fixed: true,
      refused: true,
      synonyms: true,
      onProgress: true,
    };
    const table = readme.slice(readme.indexOf('## How to overrule'), readme.indexOf('## Five worked examples'));
    expect(Object.keys(options).filter((option) => !table.includes(`\`${option}\``))).toEqual([]);
  });
});

describe('an example shows', () => {
  const example = (number: number, turn = 0): CatalogMapping =>
    [...answers].filter(([at]) => blocks[at]!.heading.startsWith(`${number}. `))[turn]![1];
  const targetOf = ({ pairs }: CatalogMapping, table: string, column: string) =>
    pairs
      .filter(({ source }) => source.name === table)
      .flatMap(({ columns }) => columns)
      .find(({ source }) => source === column)?.target;

  it('that prefixes and short forms say nothing and much', () => {
    const { pairs, unmapped } = example(1);
    expect(unmapped).toEqual({ source: [], target: [] });
    expect(pairs.every(({ unmappedSourceColumns }) => unmappedSourceColumns.length === 0)).toBe(true);
  });

  it('that a decision teaches', () => {
    expect(targetOf(example(2), 'stocktaking', 'shelf_from')).toBeUndefined();
    expect(targetOf(example(2, 1), 'stocktaking', 'shelf_from')).toBe('first_stack');
    expect(targetOf(example(2, 1), 'stocktaking', 'shelf_to')).toBe('last_stack');
  });

  it('a table that goes to two', () => {
    const { pairs } = example(3);
    expect(pairs.map(({ source, target }) => `${source.name} ${target.name}`)).toEqual([
      'patients patient',
      'patients patient_insurance',
      'ward ward',
    ]);
  });

  it('silence, and a chance that is shared', () => {
    const { pairs, unmapped } = example(4);
    expect(unmapped.source.map(({ table }) => table.name)).toEqual(['dome_alarm', 'plate_history']);
    expect(pairs.map(({ confidence }) => confidence)).toEqual([1, 0.5]);
  });

  it('that references lead from one pair to the next', () => {
    const { pairs } = example(5);
    expect(pairs.map(({ source, target }) => `${source.name} ${target.name}`)).toEqual([
      'apiary site',
      'colony unit',
      'inspection event',
    ]);
    const chances = pairs.map(({ confidence }) => confidence);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });
});
