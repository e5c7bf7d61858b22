/** The large catalogs of the bench `scale`: generated ones, and those of a folder that a generator wrote. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Catalog } from '@roma-fdi/automap';
import { fail } from './command-line.ts';
import { generate } from './generate.ts';
import type { Truth } from './score.ts';

/** How many tables to generate, or the folder to read. */
export type ScaleSource = number | string;

export interface ScaleCatalogs {
  readonly source: Catalog;
  readonly target: Catalog;
  /** Is made when it is asked for, since it takes as much memory as a catalog. */
  truth(): Truth;
}

export const nameOf = (from: ScaleSource): string => (typeof from === 'number' ? 'generated' : basename(resolve(from)));

/** Ends the process where a folder has not what is read from it. */
export function checkFolder(folder: string): void {
  for (const file of ['source.json', 'target.json'])
    if (!existsSync(join(folder, file))) fail(`There is no file ${join(folder, file)}.`);
}

export function readScaleCatalogs(from: ScaleSource): ScaleCatalogs {
  if (typeof from === 'string') return readFolder(from);
  const { source, target } = generate(from);
  return { source, target, truth: () => generate(from).truth };
}

/** A table or a column of such a folder; in the target, `src` is its true counterpart. */
interface Item {
  readonly name: string;
  readonly src?: string;
}
type Row = Item & { readonly columns: readonly (Item & { readonly type: string })[] };

/** The files hold a bare array of tables. The true counterparts are taken out: the matcher must not see them. */
function readFolder(folder: string): ScaleCatalogs {
  const read = (file: string): Row[] => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return {
    source: withoutTruth(read('source.json')),
    target: withoutTruth(read('target.json')),
    truth: () => truthOf(read('target.json')),
  };
}

function truthOf(target: readonly Row[]): Truth {
  return {
    tables: target.map(({ src, name }) => [src!, name]),
    columns: target.flatMap(({ src, name, columns }) =>
      columns.map((column) => [src!, column.src!, name, column.name] as const),
    ),
  };
}

function withoutTruth(rows: readonly Row[]): Catalog {
  return {
    tables: rows.map(({ name, columns }) => ({ name, columns: columns.map(({ name, type }) => ({ name, type })) })),
  };
}
