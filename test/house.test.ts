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

/** The rooms of the house: folder -> what its manifest depends on, for its own run (`dependencies`) and in all. */
const rooms = new Map(
  globSync('{spec,packages/*,apps/*}/package.json', { cwd: root }).map((file) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return [manifest.name, { folder: dirname(file), manifest }] as const;
  }),
);

/** Dependencies that run against the house's direction. */
function wrongWays(houses: typeof rooms): string[] {
  const faults: string[] = [];
  for (const [name, { folder, manifest }] of houses) {
    const own = Object.keys(manifest.dependencies ?? {}).filter((other) => houses.has(other));
    const all = [...own, ...Object.keys(manifest.devDependencies ?? {}).filter((other) => houses.has(other))];
    for (const other of all) {
      const target = houses.get(other)?.folder ?? '';
      if (folder === 'spec') faults.push(`${name} depends on ${other}: the contract depends on nothing.`);
      if (folder.startsWith('packages/') && target.startsWith('apps/'))
        faults.push(`${name} depends on ${other}, an app.`);
    }
    if (folder === 'packages/automap' && Object.keys(manifest.dependencies ?? {}).length > 0)
      faults.push(`${name} is pure: no dependencies.`);
  }
  return faults;
}

/** What only the contract, and the file that is generated from it, may spell out. */
const theContracts = [
  ...Object.values(failures).map(({ code }) => code),
  ...Object.values(routes).map(({ path }) => path),
];

function typedTwice(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) =>
    [...new Set(theContracts)].filter((what) => text.includes(what)).map((what) => `${file}: ${what}`),
  );
}

const sources = new Map(
  globSync('{packages,apps,scripts,test}/**/*.{ts,mjs,js}', { cwd: root })
    .filter((file) => !/node_modules|\/dist\/|\.gen\.ts$|^test\/house\.test\.ts$/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
);

describe('the house', () => {
  it('depends towards the contract alone', () => {
    expect(rooms.size).toBeGreaterThan(9);
    expect(wrongWays(rooms)).toEqual([]);
  });

  it('is caught when a package depends on an app', () => {
    const types = rooms.get('@roma-fdi/types');
    if (!types) throw new Error('there is no types package');
    const wrong = new Map(rooms).set('@roma-fdi/types', {
      ...types,
      manifest: { ...types.manifest, dependencies: { '@roma-fdi/server': '*' } },
    });
    expect(wrongWays(wrong)).toEqual(['@roma-fdi/types depends on @roma-fdi/server, an app.']);
  });

  it('writes no error code and no path template a second time', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(typedTwice(sources)).toEqual([]);
  });

  it('is caught when it does', () => {
    const { code } = failures.InvalidParameters;
    expect(typedTwice(new Map([['a.ts', `const code = '${code}';`]]))).toEqual([`a.ts: ${code}`]);
    const { path } = routes.showTask;
    expect(typedTwice(new Map([['b.ts', `fetch('${path}')`]]))).toEqual([`b.ts: ${path}`]);
  });
});
