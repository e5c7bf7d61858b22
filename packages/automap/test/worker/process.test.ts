import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Runs a program from the command line, with the flags that this brings. */
function run(program: string) {
  const flags = ['--conditions=@roma-fdi/source', '--input-type=module', '--eval'];
  return spawnSync(process.execPath, [...flags, program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    timeout: 15_000,
  });
}

const catalog = JSON.stringify({ tables: [{ name: 'film', columns: [{ name: 'id' }] }] });
const map = (options: string) => `
  import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
  const mapping = mapCatalogsInWorker(${catalog}, ${catalog}, ${options});`;

it('leaves nothing behind that would keep the process alive', () => {
  expect(run(`${map('{}')} console.log((await mapping).pairs.length);`)).toMatchObject({
    status: 0,
    stdout: '1\n',
    stderr: '',
  });
});

it('leaves nothing behind when it is cancelled', () => {
  const program = `${map('{ signal: AbortSignal.timeout(1) }')} await mapping.catch(({ name }) => console.log(name));`;
  expect(run(program)).toMatchObject({ status: 0, stdout: 'TimeoutError\n', stderr: '' });
});
