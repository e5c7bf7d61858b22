// Renews the picture in the README: runs `npm start` as it is, and draws what its terminal then shows.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import './wrong-usage.mjs';
import { screenPicture } from './screen-picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const help = `Renews .github/npm-start.png: begins the demo anew (npm start -- --reset) and draws its first screen.

Usage: node_modules/.bin/node scripts/npm-start-picture.mjs [--columns 100] [--rows 40] [--out FILE]`;

const { values } = parseArgs({
  options: {
    columns: { type: 'string', default: '100' },
    rows: { type: 'string', default: '40' },
    out: { type: 'string', default: `${root}.github/npm-start.png` },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
for (const name of ['columns', 'rows']) {
  if (/^[1-9]\d{1,2}$/.test(values[name])) continue;
  console.error(`--${name} must be a number from 10 to 999, not "${values[name]}". Try --help.`);
  process.exit(2);
}

/** What `npm start` prints on a terminal of this size, up to the end of its result. */
function firstScreen(columns, rows) {
  const child = spawn('npm', ['--silent', 'start', '--', '--reset'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A size for the demo, and colours, though what it prints is read by this program.
    env: { ...process.env, COLUMNS: columns, LINES: rows, FORCE_COLOR: '1', NO_COLOR: undefined },
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
  const text = await firstScreen(values.columns, values.rows);
  writeFileSync(values.out, await screenPicture(text, { columns: Number(values.columns), rows: Number(values.rows) }));
  console.log(`${values.out} is renewed. Look at it before you commit it.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
