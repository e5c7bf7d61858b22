// Builds dist/ so that it stands alone: tsc, then the contract's types and tables and its signature are copied in, and what named their
// packages names the copies. In the end the package is looked over as a registry would serve it.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
/** Where the copy of a module's folder lies. */
const copies = new Map([
  ['@roma-fdi/types', join(dist, 'contract')],
  ['@roma-fdi/contract/signature', join(dist, 'signature')],
]);

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** In src/version.ts, which runs as it is in a checkout. */
const unbuiltVersion = "'source'";

// What a source that is gone left behind would be published.
await rm(dist, { recursive: true, force: true });
// The compiler has said what is wrong, and where.
const { status } = spawnSync('tsc', ['-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const isCode = (name) => /\.(js|d\.ts)$/.test(name);
for (const [module, copy] of copies) {
  const from = dirname(fileURLToPath(import.meta.resolve(module)));
  await mkdir(copy, { recursive: true });
  for (const name of (await readdir(from)).filter(isCode)) await copyFile(join(from, name), join(copy, name));
}

for (const name of (await readdir(dist, { recursive: true })).filter(isCode)) {
  const path = join(dist, name);
  const text = await readFile(path, 'utf8');
  const own = [...copies]
    .reduce((rest, [module, copy]) => {
      const index = relative(dirname(path), join(copy, 'index.js')).replace(/^(?!\.)/, './');
      return rest.replaceAll(`'${module}'`, `'${index}'`).replaceAll(`"${module}"`, `"${index}"`);
    }, text)
    // tsc rewrites these in .js alone, and not every tool that reads types takes them.
    .replace(/(from '\.[^']*|import\("\.[^"]*)\.ts(['"])/g, '$1.js$2')
    .replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
  const [left] = /@roma-fdi\/(?!client)[\w/-]+/.exec(own) ?? [];
  if (left !== undefined) throw new Error(`${name} still names ${left}, which is not published with it.`);
  if (name === 'version.js' && !own.includes(unbuiltVersion)) throw new Error('version.js has no version to replace.');
  await writeFile(path, name === 'version.js' ? own.replace(unbuiltVersion, `'${manifest.version}'`) : own);
}

// For Node, few files: fifty small ones take longer to load than to run. Bundlers get the small ones, of which they take what is used.
const forNode = Object.values(manifest.exports).flatMap(({ node }) => node ?? []);
await build({
  absWorkingDir: root,
  entryPoints: forNode.map((file) => ({
    in: file.replace('/dist/node/', '/dist/'),
    out: file.slice('./dist/node/'.length, -'.js'.length),
  })),
  outdir: join(dist, 'node'),
  bundle: true,
  splitting: true,
  chunkNames: 'shared/[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
});

const { messages } = await publint({ pkgDir: root, pack: false, strict: true });
if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, manifest)).join('\n'));
