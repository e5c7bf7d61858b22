// Builds dist: the code with Prism's engine inside, declarations that need no other package, and the licences of what is inside.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from '../../scripts/third-party-licences.mjs';
import { keepReachableDeclarations } from './build/declarations.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = `${root}dist`;
const require = createRequire(import.meta.url);
const entries = ['index', 'vitest', 'node-test', 'cli', 'bin'];

// What of Prism this package never uses: Postman collections (with a faker of their own), the `faker` keyword of schemas
// (with a megabyte of names), references inside generated values, and calls to other hosts, of which the bundle is
// therefore incapable.
const UNUSED =
  /^(@stoplight\/http-spec\/postman\/operation|@faker-js\/faker|json-schema-ref-parser|jsonpath-plus|node-fetch|https?-proxy-agent)$/;
const withoutUnused = {
  name: 'without-unused',
  setup(builder) {
    builder.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    builder.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

// Prism uses the CommonJS copy of the faker; ours must be the same one, or its options would have no effect.
const oneFaker = {
  name: 'one-faker',
  setup(builder) {
    builder.onResolve({ filter: /\/faker\.ts$/ }, () => ({ path: require.resolve('json-schema-faker') }));
  },
};

// Node warns of its old URL functions wherever they are called from outside node_modules, as in this repository.
const newUrls = {
  name: 'new-urls',
  setup(builder) {
    builder.onLoad({ filter: /json-schema-ref-parser[\\/]lib[\\/]util[\\/]url\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        'require("url").resolve',
        `(from, to) => {
        const url = new URL(to, new URL(from, 'file:'));
        return url.protocol === 'file:' ? url.pathname + url.search + url.hash : url.href;
      }`,
      ),
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => `src/${entry}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@roma-fdi/source'],
  external: ['vitest'],
  plugins: [withoutUnused, oneFaker, newUrls],
  alias: {
    // Its UMD entry hides its requires from every bundler.
    'jsonc-parser': require.resolve('jsonc-parser').replace('umd', 'esm'),
  },
  // What was CommonJS still asks for Node's modules by `require`.
  banner: {
    js: "import { createRequire as createRequireOfNode } from 'node:module';\nconst require = createRequireOfNode(import.meta.url);",
  },
  legalComments: 'none',
  minifySyntax: true,
  logLevel: 'warning',
});
const inputs = Object.keys(metafile.inputs).filter((input) => !input.startsWith('unused:'));
writeFileSync(`${dist}/THIRD-PARTY-LICENCES.txt`, licencesOf(inputs, root));
// The compiler has said what is wrong, and where.
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
// The contract's types are no package that a user has.
const contract = fileURLToPath(new URL('.', import.meta.resolve('@roma-fdi/types')));
mkdirSync(`${dist}/contract`);
for (const name of readdirSync(contract).filter((file) => file.endsWith('.d.ts')))
  copyFileSync(`${contract}${name}`, `${dist}/contract/${name}`);
keepReachableDeclarations(
  dist,
  entries.filter((entry) => entry !== 'bin'),
  { vitest: undefined, '@roma-fdi/types': 'contract/index.d.ts' },
);
