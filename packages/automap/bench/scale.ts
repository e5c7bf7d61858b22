/** Measures how time and memory grow with the number of tables, beside folding every name once in the same run. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { list, readProcessArguments } from '@roma-fdi/command-line';
import { type BenchOptions, createBench, fail, writeFigures } from './parts/command-line.ts';
import type { ScaleFigures } from './parts/measure-scale.ts';
import { checkFolder, nameOf, type ScaleSource } from './parts/scale-catalogs.ts';

const command = createBench(
  'scale',
  `Maps generated catalogs of TABLES tables with 20 columns a side (1000, 2000 and 10000 where nothing is given) and prints
the time, as a multiple of the time to fold and hash every column name once, and of the first row's; the most memory that
the process ever had, up to its answer; and how right the proposals are. Each pair of catalogs has a process of its own.`,
)
  .argument('[TABLES...]', 'numbers of tables (default: 1000, 2000 and 10000)')
  .addOption(
    list(
      '--folder <FOLDER>',
      'also map the catalogs in FOLDER, again and again if you like: source.json and target.json, each an array of tables; in the latter `src` names the true counterpart, which the matcher is not shown',
    ),
  );
const { json, folder: folders = [] } = readProcessArguments<BenchOptions & { readonly folder?: readonly string[] }>(
  command,
);
const { args } = command;

const sizes = args.length > 0 || folders.length > 0 ? args.map(Number) : [1000, 2000, 10_000];
const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 1 || size > 100_000);
if (wrong >= 0) fail(`TABLES must be a whole number from 1 to 100000, not ${args[wrong]}.`);
folders.forEach(checkFolder);

const columns = [
  ['catalogs', 14],
  ['tables', 7],
  ['automap ms', 12],
  ['folding ms', 12],
  ['ratio', 7],
  ['time/first', 12],
  ['tables/first', 14],
  ['peak MB', 9],
  ['column F1', 11],
  ['table F1', 10],
] as const;
print(columns.map(([name]) => name));
const rows: (ScaleFigures & { readonly catalogs: string })[] = [];
for (const from of [...sizes, ...folders]) {
  const row = { catalogs: nameOf(from), ...measure(from) };
  rows.push(row);
  const { catalogs, tables, automap, folding, peak, columnF1, tableF1 } = row;
  const first = rows[0]!;
  print([
    catalogs,
    String(tables),
    automap.toFixed(0),
    folding.toFixed(0),
    (automap / folding).toFixed(1),
    (automap / first.automap).toFixed(1),
    (tables / first.tables).toFixed(1),
    peak.toFixed(0),
    columnF1.toFixed(4),
    tableF1.toFixed(4),
  ]);
}
writeFigures(json, { rows });

function measure(from: ScaleSource): ScaleFigures {
  const program = fileURLToPath(new URL('parts/measure-scale.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, program, JSON.stringify(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) fail(`The catalogs ${from} could not be measured.`);
  return JSON.parse(stdout);
}

function print(cells: readonly string[]): void {
  console.log(
    cells.map((cell, at) => (at === 0 ? cell.padEnd(columns[at]![1]) : cell.padStart(columns[at]![1]))).join(''),
  );
}
