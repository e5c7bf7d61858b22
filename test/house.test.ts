import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failures, routes } from '@roma-fdi/types';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

interface Room {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The rooms of the house, by the names of their packages. */
const rooms: ReadonlyMap<string, Room> = new Map(
  globSync('{spec,packages/*,apps/*}/package.json', { cwd: root }).map((file) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return [manifest.name, { folder: dirname(file), manifest }] as const;
  }),
);

/** All code by its path, but what is built or generated. */
const sources: ReadonlyMap<string, string> = new Map(
  globSync('{spec,packages,apps,scripts,test}/**/*.{ts,mjs,js}', { cwd: root })
    .filter((file) => !/node_modules|\/dist\/|\.gen\.ts$|^test\/house\.test\.ts$/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
);

/** Words lie below: `spec < types, command-line < contract < the other packages < apps`. */
const floors = [/^spec$/, /^packages\/(types|command-line)$/, /^packages\/contract$/, /^packages\//, /^apps\//];
const floorOf = (folder: string): number => floors.findIndex((floor) => floor.test(folder));
const isApp = (folder: string): boolean => folder.startsWith('apps/');

/** Apps may run each other; packages of one floor know nothing of each other. */
const isBelow = (target: string, folder: string): boolean =>
  floorOf(target) < floorOf(folder) || (isApp(target) && isApp(folder));

/** Manifests that depend against the house's direction. For tests, a package may depend on its neighbours. */
function wrongDependencies(house: typeof rooms): string[] {
  return [...house].flatMap(([name, { folder, manifest }]) => {
    const others = (names: object = {}) => Object.keys(names).filter((other) => house.has(other) && other !== name);
    const of = (other: string) => house.get(other)?.folder ?? '';
    return [
      ...others(manifest.dependencies).filter((other) => !isBelow(of(other), folder)),
      ...others(manifest.devDependencies).filter((other) => floorOf(of(other)) > floorOf(folder)),
    ].map((other) => `${name} depends on ${other}.`);
  });
}

/** Rooms that depend on each other, directly or by way of others. */
function circles(house: typeof rooms): string[] {
  const of = (name: string) => {
    const { dependencies, devDependencies } = house.get(name)?.manifest ?? {};
    return Object.keys({ ...dependencies, ...devDependencies }).filter((other) => house.has(other));
  };
  return [...house.keys()].filter((name) => {
    const reached = new Set<string>();
    const left = of(name);
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      left.push(...of(next));
    }
    return reached.has(name);
  });
}

const IMPORTS = /(?:from|import|import\.meta\.resolve)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Imports that run against the house's direction: of product code on any floor but those below, and into apps of anything in packages/. */
function wrongImports(files: typeof sources): string[] {
  const folders = [...rooms.values()].map(({ folder }) => folder);
  const roomOf = (path: string) => folders.find((folder) => path === folder || path.startsWith(`${folder}/`));
  return [...files].flatMap(([file, text]) => {
    const folder = roomOf(file);
    if (folder === undefined) return [];
    const product = file.startsWith(`${folder}/src/`) && !/\.test(-d)?\.ts$/.test(file);
    return [...text.matchAll(IMPORTS)].flatMap(([, specifier = '']) => {
      const named = rooms.get(specifier.split('/', 2).join('/'))?.folder;
      const target = specifier.startsWith('.') ? roomOf(join(dirname(file), specifier)) : named;
      if (target === undefined || target === folder) return [];
      const right = product ? isBelow(target, folder) : isApp(folder) || !isApp(target);
      return right ? [] : [`${file} -> ${specifier}`];
    });
  });
}

/** What only the contract, and the file that is generated from it, may spell out. */
const theContracts = [
  ...Object.values(failures).map(({ code }) => code),
  ...Object.values(routes).map(({ path }) => path),
];

function typedTwice(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const found = [...new Set(theContracts)].filter((what) => text.includes(what));
    // A path may begin with another one.
    return found
      .filter((what) => !found.some((longer) => longer !== what && longer.includes(what)))
      .map((what) => `${file}: ${what}`);
  });
}

/** What the types are made from, what reads the document at run time, what the site offers as it is, and what a peer's generator is given. */
const readers = [
  'apps/docs/src/build/contract.ts',
  'packages/client/bench/parts/peer-callers.ts',
  'packages/contract/src/openapi-json.d.ts',
  'packages/contract/src/read-contract.ts',
  'packages/types/generate.mjs',
];

/** Who reads the bundled document by himself. */
function secondReaders(files: typeof sources): string[] {
  return [...files].flatMap(([file, text]) => (/@roma-fdi\/spec\/openapi\.json/.test(text) ? [file] : []));
}

/** The house with another manifest of the types. */
function withTypes(manifest: Partial<Manifest>): typeof rooms {
  const types = rooms.get('@roma-fdi/types');
  if (!types) throw new Error('there is no types package');
  return new Map([...rooms, ['@roma-fdi/types', { ...types, manifest: { ...types.manifest, ...manifest } }]]);
}

describe('words lie below', () => {
  it('no manifest depends on a floor above, and no two on each other', () => {
    expect(rooms.size).toBeGreaterThan(9);
    expect([...rooms.values()].filter(({ folder }) => floorOf(folder) === -1)).toEqual([]);
    expect(wrongDependencies(rooms)).toEqual([]);
    expect(circles(rooms)).toEqual([]);
  });

  it('no code imports from a floor above', () => {
    expect(wrongImports(sources)).toEqual([]);
  });

  it('a dependency on a floor above, and a circle, are caught', () => {
    for (const kind of ['dependencies', 'devDependencies'])
      expect(wrongDependencies(withTypes({ [kind]: { '@roma-fdi/server': '*' } }))).toEqual([
        '@roma-fdi/types depends on @roma-fdi/server.',
      ]);
    const circle = circles(withTypes({ dependencies: { '@roma-fdi/contract': '*' } }));
    expect(circle).toEqual(expect.arrayContaining(['@roma-fdi/contract', '@roma-fdi/types']));
  });

  it('an import from a floor above or a neighbour is caught, by name and by path, and a test may look further', () => {
    const wrong = new Map([
      ['packages/types/src/a.ts', "import { Failure } from '@roma-fdi/contract';"],
      ['packages/contract/src/b.ts', "export * from '../../mock/src/index.ts';"],
      ['packages/client/src/c.ts', "await import('@roma-fdi/mock/vitest');"],
      ['packages/mock/test/d.ts', "import '../../../apps/server/src/index.ts';"],
      ['packages/client/build.mjs', "import.meta.resolve('@roma-fdi/server');"],
    ]);
    expect(wrongImports(wrong).map((fault) => fault.split(' ')[0])).toEqual([...wrong.keys()]);
    const right = new Map([
      ['packages/client/test/e.ts', "import { startMock } from '@roma-fdi/mock';"],
      ['packages/mock/src/f.ts', "import { Failure } from '@roma-fdi/contract';"],
      ['apps/demo/src/g.ts', "import { startServer } from '@roma-fdi/server';"],
    ]);
    expect(wrongImports(right)).toEqual([]);
  });
});

describe('the contract is written once', () => {
  it('the matcher is pure: it has no dependencies', () => {
    expect(rooms.get('@roma-fdi/automap')?.manifest.dependencies ?? {}).toEqual({});
  });

  it('no error code and no path template stands a second time', () => {
    const outside = new Map([...sources].filter(([file]) => !file.startsWith('spec/')));
    expect(outside.size).toBeGreaterThan(100);
    expect(typedTwice(outside)).toEqual([]);
  });

  it('nobody else reads the document by himself', () => {
    const outside = new Map([...sources].filter(([file]) => !/^spec\/|\/test\/|\.test\.ts$/.test(file)));
    expect(secondReaders(outside).sort()).toEqual(readers);
  });

  it('is caught when it does', () => {
    const { code } = failures.InvalidParameters;
    expect(typedTwice(new Map([['a.ts', `const code = '${code}';`]]))).toEqual([`a.ts: ${code}`]);
    const { path } = routes.showTask;
    expect(typedTwice(new Map([['b.ts', `fetch('${path}')`]]))).toEqual([`b.ts: ${path}`]);
    expect(secondReaders(new Map([['c.ts', "import spec from '@roma-fdi/spec/openapi.json'"]]))).toEqual(['c.ts']);
  });
});
