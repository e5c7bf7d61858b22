// Bundles the contract into dist/openapi.yaml and dist/openapi.json, the forms in which everything else reads it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('.', import.meta.url));
for (const output of ['dist/openapi.yaml', 'dist/openapi.json']) {
  const { status, error } = spawnSync(
    'redocly',
    ['bundle', 'contract', '--config', 'redocly.yaml', '--output', output],
    {
      cwd,
      stdio: 'inherit',
    },
  );
  if (error) console.error(`redocly could not be started (${error.message}): run this through \`npm run check\`.`);
  if (status !== 0) process.exit(status ?? 1);
}
