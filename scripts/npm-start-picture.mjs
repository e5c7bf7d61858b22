// Renews the picture in the README: runs `npm start` as it is, and draws what its terminal then shows.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCommand, readProcessArguments, wholeNumber } from '@roma-fdi/command-line';
import { screenPicture } from './screen-picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = createCommand(
  'node_modules/.bin/node scripts/npm-start-picture.mjs',
  'Renews .github/npm-start.png: begins the demo anew (npm start -- --reset) and draws its first screen.',
)
  .addOption(wholeNumber('--columns <N>', 'width of the terminal', { default: 100, least: 10, most: 999 }))
  .addOption(wholeNumber('--rows <N>', 'height of the terminal', { default: 40, least: 10, most: 999 }))
  .option('--out <FILE>', 'another file for the picture', `${root}.github/npm-start.png`);
const { columns, rows, out } = readProcessArguments(command);

/** What `npm start` prints on a terminal of this size, up to the end of its result. */
function firstScreen() {
  const child = spawn('npm', ['--silent', 'start', '--', '--reset'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A size for the demo, and colours, though what it prints is read by this program.
    env: { ...process.env, COLUMNS: String(columns), LINES: String(rows), FORCE_COLOR: '1', NO_COLOR: undefined },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
    if (/written by hand.*written by hand[^\n]*\n$/s.test(text)) child.kill('SIGTERM');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 && text) resolve(text);
      else reject(new Error(`npm start ended with ${code} before its score was there. What it said stands above.`));
    });
  });
}

try {
  const text = await firstScreen();
  writeFileSync(out, await screenPicture(text, { columns, rows }));
  console.log(`${out} is renewed. Look at it before you commit it.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
