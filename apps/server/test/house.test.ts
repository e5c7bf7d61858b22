/** The house: a request passes through the folders of `src/` in their order, and no import points back. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** The test double starts the whole server; then come the files at the root of `src/`, and all folders behind them. */
const order = ['double', '', 'http', 'auth', 'operations', 'wire', 'matching', 'runs', 'sources', 'store', 'pace'];

/** Each file of `src/`, and the files that it imports, types included. */
type Imports = ReadonlyMap<string, readonly string[]>;

function readImports(): Imports {
  const files = globSync('**/*.ts', { cwd: src }).filter((file) => !/\.test(-d)?\.ts$/.test(file));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => path);
      return [file, found.map((path) => relative(src, join(src, dirname(file), path)))];
    }),
  );
}

const stageOf = (file: string): number => {
  const [first = '', ...rest] = file.split('/');
  return order.indexOf(rest.length === 0 ? '' : first);
};

function pointingBack(imports: Imports): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => stageOf(target) < stageOf(file)).map((target) => `${file} -> ${target}`),
  );
}

/** Files that import each other, directly or by way of others. */
function inCircles(imports: Imports): string[] {
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const left = [...(imports.get(start) ?? [])];
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      left.push(...(imports.get(file) ?? []));
    }
    return reached;
  };
  return [...imports.keys()].filter((file) => reachedFrom(file).has(file));
}

it('has no folder that the order does not name', () => {
  const files = [...readImports().keys()];
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => stageOf(file) === -1)).toEqual([]);
});

it('imports only forward, from a request towards the store', () => {
  expect(pointingBack(readImports())).toEqual([]);
});

it('has no circle of imports', () => {
  expect(inCircles(readImports())).toEqual([]);
});

it('would see an import that points back, a circle, and a folder that the order does not name', () => {
  const wrong: Imports = new Map([
    ['main.ts', ['http/app.ts']],
    ['http/app.ts', ['store/store.ts']],
    ['store/store.ts', ['http/app.ts', 'config.ts']],
    ['unheard-of/thing.ts', []],
  ]);
  expect(pointingBack(wrong)).toEqual(['store/store.ts -> http/app.ts', 'store/store.ts -> config.ts']);
  expect(inCircles(wrong)).toEqual(['http/app.ts', 'store/store.ts']);
  expect(stageOf('unheard-of/thing.ts')).toBe(-1);
});

/** Files of the server's own thread that name a file of the SQL, other than for its types. */
function loadingSql(textOf: (file: string) => string): string[] {
  const loads = /^(?:import|export) (?!type\b)[^;]*?from '[^']*\/sql\/[^']+';/m;
  const ofThread = (file: string) => /^store\/sql(ite)?\//.test(file);
  return [...readImports().keys()].filter((file) => !ofThread(file) && loads.test(textOf(file)));
}

it('loads the SQL in the thread of the store alone', () => {
  const textOf = (file: string) => readFileSync(join(src, file), 'utf8');
  expect(loadingSql(textOf)).toEqual([]);
  const mistake = "import { type LaterRow, partBytes } from '../store/sql/part.ts';";
  expect(loadingSql((file) => (file === 'operations/later.ts' ? mistake : textOf(file)))).toEqual([
    'operations/later.ts',
  ]);
});
