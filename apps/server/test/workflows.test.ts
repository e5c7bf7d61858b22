/** The workflows of the contract, run as their readers run them: against the mock, and against a server with real databases. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Mock, startMock } from '@roma-fdi/mock';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

const spec = fileURLToPath(new URL('../../../spec/', import.meta.url));
/** Each begins with the one that sets up. */
const workflows = ['refine-mappings', 'map-automatically', 'run-and-delete'];

/** Steps that were run, and those that failed, of all workflows or of one. */
async function run(
  url: string,
  inputs: object = {},
  workflow?: string,
): Promise<{ steps: string[]; failed: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-workflows-'));
  const output = join(folder, 'steps.json');
  try {
    const args = ['node_modules/@redocly/cli/bin/cli.js', 'respect', 'workflows/composite-tasks.arazzo.yaml'];
    const options = [
      '--server',
      `fdi=${url}`,
      '--input',
      JSON.stringify(inputs),
      ...(workflow ? ['--workflow', workflow] : []),
    ];
    const env = { ...process.env, DO_NOT_TRACK: '1', REDOCLY_TELEMETRY: 'off' };
    // A failed check is an exit code above 0; which it was stands in the output.
    await promisify(execFile)(process.execPath, [...args, ...options, '--json-output', output], {
      cwd: spec,
      env,
    }).catch(() => {});
    const { files } = JSON.parse(readFileSync(output, 'utf8')) as { files: Record<string, Executed> };
    const steps = Object.values(files)
      .flatMap(({ executedWorkflows }) => executedWorkflows)
      .flatMap(allSteps);
    return {
      steps: steps.map(({ stepId }) => stepId),
      failed: steps.filter(({ status }) => status !== 'success').map(({ stepId }) => stepId),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Executed {
  readonly executedWorkflows: readonly Workflow[];
}
interface Workflow {
  readonly executedSteps: readonly (Step | Workflow)[];
}
interface Step {
  readonly stepId: string;
  readonly status: string;
}

const allSteps = ({ executedSteps }: Workflow): Step[] =>
  executedSteps.flatMap((step) => ('executedSteps' in step ? allSteps(step) : [step]));

describe('against the mock', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  test('all of them pass, and the task runs', async (context) => {
    takesLong(context);
    const { steps, failed } = await run(mock.url);
    expect(failed).toEqual([]);
    for (const last of ['read-mappings', 'make-mapping', 'map', 'delete']) expect(steps).toContain(last);
  });
});

describe('against a server', () => {
  const table = 'create table orders (id integer primary key, total integer)';
  let server: Served;
  beforeAll(async () => {
    server = await serve();
    for (const workflow of workflows) {
      server.sqlite(`${workflow}-from.db`, table);
      server.sqlite(
        `${workflow}-to.db`,
        `${table}; create table copy_orders_v2 (id integer primary key, total integer)`,
      );
    }
  });
  afterAll(() => server.end());
  const inputs = (workflow: string, more: object = {}) => ({
    token,
    project,
    instance: `${instance}-${workflow}`,
    source: sqliteSource(`${workflow}-from`),
    target: sqliteSource(`${workflow}-to`),
    ...more,
  });

  test.for(workflows)('%s passes, though it runs no task', async (workflow, context) => {
    takesLong(context);
    const { steps, failed } = await run(
      server.url,
      inputs(workflow, { startFailure: failures.TaskStartFailed.code }),
      workflow,
    );
    expect(failed).toEqual([]);
    expect(steps.length).toBeGreaterThan(6);
  });

  test('a workflow whose expectation is not met fails at that step', async (context) => {
    takesLong(context);
    const { failed } = await run(server.url, inputs('run-and-delete', { instance: 'another' }), 'run-and-delete');
    expect(failed).toEqual(['start']);
  });
});
