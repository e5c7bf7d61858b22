// Runs one of the project's long programs by its name: `run.mjs bench NAME` or `run.mjs soak NAME`, with the rest of the arguments.
// They lie in the bench/ and soak/ folders of the packages that they are about, and run from the sources.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCommand, readProcessArguments } from '@roma-fdi/command-line';

const root = fileURLToPath(new URL('..', import.meta.url));
// Which of the two is no argument of the caller's.
const [kind] = process.argv.splice(2, 1);
const programs = new Map(
  globSync(`{packages,apps}/*/${kind}/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [basename(file, '.ts'), file]),
);
const list = [...programs]
  .map(([key, file]) => `  ${key.padEnd(16)} ${file}`)
  .sort()
  .join('\n');
const command = createCommand(
  `npm run ${kind} --`,
  `Runs one of these programs. \`npm run ${kind} -- NAME --help\` tells more about one.\n\n${list}`,
)
  .usage('NAME [options]')
  .argument('[NAME]', 'which of them')
  .argument('[OPTIONS...]', 'its own options')
  .passThroughOptions();
readProcessArguments(command);
const [name, ...rest] = command.args;
if (name === undefined) {
  console.log(command.helpInformation());
  process.exit(2);
}
const file = programs.get(name);
if (!file) {
  console.error(`There is no ${kind} "${name}". There are:\n${list}`);
  process.exit(2);
}
const child = spawn(process.execPath, ['--conditions=@roma-fdi/source', `${root}${file}`, ...rest], {
  stdio: 'inherit',
  // As in the tests: the processes that these programs start load the same sources again and again.
  env: { NODE_COMPILE_CACHE: `${root}node_modules/.cache/compiled`, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
