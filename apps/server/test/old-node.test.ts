/** On a Node that is too old the commands end with a sentence, and the library says the same. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Lets a process take its Node for an older one, before anything of ours is loaded. */
const older = `data:text/javascript,${encodeURIComponent(
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } });`,
)}`;

function run(...args: string[]) {
  const options = ['--conditions=@roma-fdi/source', '--import', older];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

const pathOf = (file: string): string => new URL(`../../../${file}`, import.meta.url).pathname;
const needed = (name: string): string => `${name} needs Node 24 or newer, and this is Node 20.1.0.`;

test.each([
  ['@roma-fdi/server', 'apps/server/src/main.ts'],
  ['@roma-fdi/automap-cli', 'apps/automap/src/main.ts'],
])('the command of %s says which Node it needs, whatever it is asked', (name, file) => {
  for (const args of [[], ['--help']])
    expect(run(pathOf(file), ...args)).toEqual({ status: 1, stdout: '', stderr: `${needed(name)}\n` });
});

test('so does the library', () => {
  const program = `import('${pathOf('apps/server/src/index.ts')}').catch(({ message }) => console.log(message));`;
  expect(run('--eval', program).stdout).toBe(`${needed('@roma-fdi/server')}\n`);
});

test.each(['index.ts', 'double/index.ts'])(
  'nothing that an old Node lacks is imported before %s has said so',
  (entry) => {
    const program = `
    import { registerHooks } from 'node:module';
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier === 'node:sqlite') throw new Error('There is no node:sqlite.');
        return next(specifier, context);
      },
    });
    import('${pathOf(`apps/server/src/${entry}`)}').catch(({ message }) => console.log(message));`;
    expect(run('--input-type=module', '--eval', program).stdout).toBe(`${needed('@roma-fdi/server')}\n`);
  },
);
