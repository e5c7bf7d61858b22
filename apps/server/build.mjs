// Builds dist/ so that it stands alone: tsc, then the private packages of the house are copied in, and what named one of them names
// its copy. What a copy needs from elsewhere must be a dependency of the server's own.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const copies = join(dist, 'packages');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const IMPORT = /(^import\s+|^(?:import|export)\b[^;'"=()]*\bfrom\s*|\bimport\s*\(\s*)(['"])([^'"\s]+)\2/gm;
const isCode = (name) => /\.(js|d\.ts)$/.test(name);

// What a source that is gone left behind would be published.
rmSync(dist, { recursive: true, force: true });
// The compiler has said what is wrong, and where.
const { status } = spawnSync('tsc', ['-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
standAlone(dist, root);

/** Rewrites what lies in a folder; `home` is where its packages are found. */
function standAlone(folder, home) {
  for (const name of readdirSync(folder, { recursive: true }).filter(isCode)) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8').replace(IMPORT, (whole, before, quote, specifier) => {
      if (specifier.startsWith('.')) return whole.replace(/\.ts(['"])$/, '.js$1');
      const [scope, second] = specifier.split('/');
      const packageName = scope.startsWith('@') ? `${scope}/${second}` : scope;
      if (packageName in dependencies || isBuiltin(specifier)) return whole;
      if (scope !== '@roma-fdi') throw new Error(`${file} imports ${packageName}: make it a dependency of the server.`);
      const copy = relative(dirname(file), copyOf(specifier, packageName, home)).replace(/^(?!\.)/, './');
      return before + quote + copy + quote;
    });
    writeFileSync(file, text);
  }
}

/** The file that a specifier leads to, in the copy of its package. */
function copyOf(specifier, packageName, home) {
  const found = createRequire(join(home, 'package.json')).resolve(specifier);
  const package_ = folderOf(found);
  const copy = join(copies, packageName.split('/')[1]);
  if (!existsSync(copy)) {
    const isOwn = (path) => !/\.tsbuildinfo$/.test(path);
    cpSync(join(package_, 'dist'), copy, { recursive: true, filter: isOwn });
    standAlone(copy, package_);
  }
  return join(copy, relative(join(package_, 'dist'), found));
}

function folderOf(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
