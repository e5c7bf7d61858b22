// Builds dist/ so that it stands alone: the code in a few files, with the private packages of the house and Kysely inside, since
// loading hundreds of modules is most of what starting takes; and the declarations that the entries reach, those of the private
// packages copied beside them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from '../../scripts/third-party-licences.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const IMPORT = /(\bfrom\s*|\bimport\s*\(\s*|^import\s+)(['"])([^'"\s]+)\2/gm;
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * By their places in dist/. What they share lies beside `main.js`, and there look for the threads and processes that they start,
 * and one folder above for the manifest.
 */
const entries = {
  main: 'src/main.ts',
  index: 'src/index.ts',
  'double/index': 'src/double/index.ts',
  worker: 'src/store/sqlite/worker.ts',
  'process/child': '../../packages/databases/src/process/child.ts',
  // The sources import this one, too: a thread starts with it in a tenth of the time.
  kysely: 'kysely',
};
/** What programs import. */
const libraries = ['index', 'double/index'];
/** Of other people's packages this one alone is inside: the store's thread loads its 300 modules, and nobody else has to agree on its version. */
const inside = 'kysely';

// What a source that is gone left behind would be published.
rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  conditions: ['@roma-fdi/source'],
  alias: { '#kysely': 'kysely' },
  external: Object.keys(dependencies),
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
});
const foreign = Object.keys(metafile.inputs).filter((input) => input.includes('node_modules/'));
for (const input of foreign) {
  if (!input.includes(`/node_modules/${inside}/`))
    throw new Error(`${input} is in the bundle: make it a dependency of the server.`);
}
writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), licencesOf(foreign, root));
// The compiler has said what is wrong, and where.
const { status } = spawnSync('tsc', ['-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
keepDeclarations();

/** Keeps what the libraries reach, with copies of what they reach in private packages. */
function keepDeclarations() {
  const kept = new Set();
  /** Files of dist/ with where their packages are found. */
  const queue = libraries.map((library) => ({ file: join(dist, `${library}.d.ts`), home: root }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { file, home } = next;
    if (kept.has(file)) continue;
    kept.add(file);
    const text = readFileSync(file, 'utf8').replace(IMPORT, (whole, before, quote, specifier) => {
      const target = declarationOf(specifier, file, home);
      if (!target) return whole;
      queue.push(target);
      const path = relative(dirname(file), target.file).replace(/^(?!\.)/, './');
      return before + quote + path.replace(/\.d\.ts$/, '.js') + quote;
    });
    writeFileSync(file, text);
  }
  for (const name of readdirSync(dist, { recursive: true })) {
    const file = join(dist, name);
    if (name.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
  }
}

/** The file in dist/ that a declaration imports, copied there where it is of a private package; undefined for what users have. */
function declarationOf(specifier, importer, home) {
  if (specifier.startsWith('.')) return { file: join(dirname(importer), specifier.replace(/\.[jt]s$/, '.d.ts')), home };
  const packageName = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (packageName in dependencies || isBuiltin(specifier)) return undefined;
  if (!packageName.startsWith('@roma-fdi/'))
    throw new Error(`${importer} imports ${packageName}: public types must not need it.`);
  const found = createRequire(join(home, 'package.json')).resolve(specifier).replace(/\.js$/, '.d.ts');
  const package_ = folderOf(found);
  const copy = join(dist, 'packages', packageName.split('/')[1]);
  if (!existsSync(copy)) cpSync(join(package_, 'dist'), copy, { recursive: true, filter: isDeclaration });
  return { file: join(copy, relative(join(package_, 'dist'), found)), home: package_ };
}

function isDeclaration(path) {
  return statSync(path).isDirectory() || path.endsWith('.d.ts');
}

function folderOf(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
