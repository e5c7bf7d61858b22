// Compares the contract with the one of the latest release, rates each change, and fails where one breaks callers and no changeset says so.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCommand, readProcessArguments } from '@roma-fdi/command-line';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = createCommand(
  'npm run spec:diff --',
  'Compares the contract with that of the latest release and rates each change: major breaks callers, minor adds, patch is all else. Ends with 1 where a change is major and no changeset announces it.',
)
  .option('--released <FILE>', 'the bundle of the latest release', `${root}spec/released/openapi.yaml`)
  .option('--current <FILE>', 'the bundle to compare', `${root}spec/dist/openapi.yaml`)
  .option('--changesets <FOLDER>', 'where the changesets lie', `${root}.changeset`)
  .option('--all', 'list patches too', false);
const { released, current, changesets, all } = readProcessArguments(command);

const redocly = `${root}spec/node_modules/@redocly/cli/bin/cli.js`;
const args = ['diff', released, current, '--config', `${root}spec/released/redocly.yaml`, '--format', 'json'];
const { status, stdout, stderr } = spawnSync(process.execPath, [redocly, ...args, '--fail-on', 'none'], {
  env: { ...process.env, DO_NOT_TRACK: '1', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
if (status !== 0) {
  console.error(`The two documents could not be compared: ${stderr.trim()}`);
  process.exit(1);
}
const { changes, infoVersions } = JSON.parse(stdout);

const impacts = ['major', 'minor', ...(all ? ['patch'] : [])];
for (const impact of impacts) {
  for (const change of changes.filter((each) => each.impact === impact)) {
    const reasons = change.verdicts.map(({ message }) => ` ${message}`).join('');
    console.log(`${impact.padEnd(6)} ${change.kind} ${placeOf(change.path)}${reasons}`);
  }
}
const count = (impact) => changes.filter((change) => change.impact === impact).length;
console.log(`${count('major')} major, ${count('minor')} minor, ${count('patch')} patch since ${infoVersions.base}.`);

// Below 1.0 a minor release may break callers.
const enough = infoVersions.base.startsWith('0.') ? ['minor', 'major'] : ['major'];
if (count('major') > 0 && !announcements().some((bump) => enough.includes(bump))) {
  console.error(
    `Changes that break callers need a changeset with '@roma-fdi/spec': ${enough[0]}. Write one with \`npx changeset\`, or take the changes back.`,
  );
  process.exit(1);
}

/** How the changesets bump the contract. */
function announcements() {
  return globSync('*.md', { cwd: changesets })
    .map((file) => readFileSync(`${changesets}/${file}`, 'utf8'))
    .flatMap((text) => /^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? [])
    .flatMap((head) => /^['"]?@roma-fdi\/spec['"]?: *(\w+) *$/m.exec(head)?.[1] ?? []);
}

/** `GET /v2/… > responses > 404` for a JSON pointer. */
function placeOf(pointer) {
  const [, first, ...steps] = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [path, method, ...rest] = steps;
  const isOperation = first === 'paths' && method !== undefined;
  return (isOperation ? [`${method.toUpperCase()} ${path}`, ...rest] : [first, ...steps]).filter(Boolean).join(' > ');
}
