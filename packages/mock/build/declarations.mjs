// Keeps the declarations that the entries reach, and makes sure that they need no package which a user would not have.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const IMPORT = /(from\s+|import\s*\(\s*|import\s+)(['"])([^'"]+)\2/g;

/**
 * Deletes all other declarations below `dist`; throws where one that is left imports anything but `packages`.
 *
 * @param packages by its name the file in `dist` that stands for a package; undefined for one that the user has
 */
export function keepReachableDeclarations(dist, entries, packages) {
  const kept = new Set();
  const queue = entries.map((entry) => join(dist, `${entry}.d.ts`));
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (kept.has(file)) continue;
    kept.add(file);
    const text = readFileSync(file, 'utf8')
      .replace(/\n\/\/# sourceMappingURL=.*/, '')
      .replace(IMPORT, (found, before, quote, name) => {
        const copy = packages[name];
        if (copy === undefined) return found;
        const path = relative(dirname(file), join(dist, copy))
          .replace(/^(?!\.)/, './')
          .replace(/\.d\.ts$/, '.js');
        return before + quote + path + quote;
      });
    for (const [, , , name] of text.matchAll(IMPORT)) {
      if (name.startsWith('.')) queue.push(join(dirname(file), name.replace(/\.[jt]s$/, '.d.ts')));
      else if (!(name in packages)) throw new Error(`${file} imports ${name}: public types must not need it.`);
    }
    // Older versions of TypeScript take no `.ts` in a declaration.
    writeFileSync(
      file,
      text.replace(IMPORT, (found) => found.replace(/\.ts(['"])$/, '.js$1')),
    );
  }
  for (const name of readdirSync(dist, { recursive: true })) {
    const file = join(dist, name);
    if (/\.d\.ts(\.map)?$/.test(name) && !kept.has(file)) rmSync(file);
  }
  for (const file of kept) if (!existsSync(file)) throw new Error(`${file} was not built.`);
}
