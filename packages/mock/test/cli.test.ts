import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { needs, takesLong } from '../../../test/programs.ts';
import { run } from '../src/cli.ts';
import { fault, startMock, story } from '../src/index.ts';
import { start } from './process.ts';

/** Runs in this process; `whenUp` is called with what was printed first, and its end ends the command. */
async function runIn(args: string[], whenUp: (printed: string) => Promise<void> = async () => {}) {
  const printed = { out: '', err: '' };
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const code = await run(args, {
    out: (text) => {
      const isFirst = printed.out === '';
      printed.out += text;
      if (isFirst) void whenUp(text).finally(end);
    },
    err: (text) => {
      printed.err += text;
    },
    ended,
  });
  return { code, ...printed };
}

describe('the command line', () => {
  test('prints its URL and a cURL command that works as printed', async (context) => {
    needs(context, 'curl');
    let answered: unknown;
    const { code } = await runIn(['--port', '0', '--token', "it's"], async (text) => {
      const command = text.match(/^curl[\s\S]*?(?=\n\n)/m)?.[0] ?? '';
      const { output } = await start('bash', ['-c', command]).ended;
      answered = JSON.parse(output);
    });
    expect(answered).toMatchObject([{ task_id: expect.any(String) }]);
    expect(code).toBe(0);
  });

  test('says why it ends when nobody has asked for it', async () => {
    const errors: string[] = [];
    const ended = Promise.resolve('SIGHUP');
    const code = await run(['--port', '0'], { out: () => {}, err: (text) => void errors.push(text), ended });
    expect([code, errors]).toEqual([0, [expect.stringContaining('SIGHUP')]]);
  });

  test('passes its options on', async () => {
    const bodies: string[] = [];
    for (let round = 0; round < 2; round++) {
      await runIn(['--port', '0', '--dynamic', '--seed', 'a'], async (text) => {
        const url = text.match(/http:\/\/\S+/)?.[0] ?? '';
        const path = text.match(/curl -sS http:\/\/[^/]+(\S+)/)?.[1];
        const response = await fetch(url + path, { method: 'POST', headers: { 'X-Auth-Token': 'any' } });
        bodies.push(await response.text());
      });
    }
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).toContain('task_id');
  });

  test('prints a line for each request, and none with --quiet', async () => {
    const ask = async (text: string) => {
      const url = text.match(/http:\/\/\S+/)?.[0] ?? '';
      await fetch(`${url + story.path('listTasks')}?limit=7`, {
        headers: { 'X-Auth-Token': 'a-token', Prefer: 'code=503' },
      });
      await fetch(`${url}/no%1bwhere`);
    };
    const { out } = await runIn(['--port', '0'], ask);
    expect(out).toMatch(/^GET \/v2\/\S+\/tasks 503 \d+ ms listTasks\nGET \/no%1bwhere 404 \d+ ms -\n/m);
    expect(out).not.toContain('a-token');
    expect((await runIn(['--port', '0', '--quiet'], ask)).out).not.toMatch(/^GET /m);
  });

  test('gives faults by rate, and says their seed', async () => {
    let status = 0;
    const { out } = await runIn(['--port', '0', '--chaos', '1', '--seed', 'b'], async (text) => {
      const url = text.match(/http:\/\/\S+/)?.[0] ?? '';
      const answer = await fetch(url + story.path('listTasks'), { headers: { 'X-Auth-Token': 'a' } });
      status = answer.status;
    });
    expect(out).toContain('Faults happen to 100 % of the calls, by the seed b.');
    expect(status).toBe(502);
  });

  test('guards a server, and names what broke the contract', async () => {
    const mock = await startMock();
    mock.on('listTasks').once(fault.gateway(504));
    const { out, code } = await runIn(['--port', '0', '--guard', `${mock.url}/?key=hidden`], async (text) => {
      const url = text.match(/http:\/\/\S+(?=\n)/)?.[0] ?? '';
      const headers = { 'X-Auth-Token': 'a' };
      await fetch(url + story.path('listTasks'), { headers });
      await fetch(url + story.path('listTasks'), { headers });
    });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/500 \d+ ms listTasks\n {2}answer: Status must be documented.*\nGET \S+ 200 /),
    ]);
    expect(out).not.toContain('hidden');
    await mock.close();
  });

  test.for([
    [['--guard', 'nowhere'], 'The upstream must be an http or https URL'],
    [
      ['--guard', 'http://127.0.0.1:1', '--record', '/nowhere/a.jsonl'],
      'The recording /nowhere/a.jsonl cannot be made: ENOENT',
    ],
  ] as const)('%j ends it with 2, and says why', async ([args, says]) => {
    const { code, err } = await runIn(['--port', '0', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  test('a taken port ends it with 1, and the way out', async () => {
    const mock = await startMock();
    const { code, err } = await runIn(['--port', String(mock.port)]);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`Port ${mock.port} .*taken.*--port, or 0`));
    await mock.close();
  });

  test.for([
    [['--prot', '1'], '--prot'],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535'],
    [['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    [['--token', ''], '--token'],
    [['--seed', 'a'], '--dynamic'],
    [['--chaos', '2'], '--chaos must be a number from 0 to 1'],
    [['--record', 'a.jsonl'], '--record needs --guard'],
    [['--lenient'], '--lenient needs --guard'],
    [['--guard', 'http://127.0.0.1:1', '--token', 'a'], '--token is for the mock'],
    [['extra'], 'extra'],
  ] as const)('%j is wrong usage: 2, and where help is', async ([args, says]) => {
    const { code, err } = await runIn([...args]);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).toContain('--help');
  });

  test('--help names every option, --version the version', async () => {
    const help = await runIn(['--help']);
    expect(await runIn(['-h'])).toEqual(help);
    const options = [
      'port',
      'host',
      'token',
      'dynamic',
      'seed',
      'chaos',
      'document',
      'guard',
      'lenient',
      'record',
      'quiet',
    ];
    for (const option of [...options, 'version']) expect(help.out).toContain(`--${option}`);
    expect(await runIn(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test('where nobody reads what is printed, no stack is', async (context) => {
    takesLong(context);
    const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
    const command = `set -o pipefail; node --conditions=@roma-fdi/source ${bin} --help | true`;
    expect(await start('bash', ['-c', command]).ended).toEqual({ code: 0, output: '' });
  });

  describe('--document', () => {
    const file = (text: string) => {
      const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-document-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      writeFileSync(join(folder, 'api'), text);
      return join(folder, 'api');
    };
    const yaml = (version: string) => `openapi: ${version}
info: { title: a, version: '1' }
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      responses:
        2XX: { description: '', content: { application/json: { example: { name: a } } } }
`;

    test.for([yaml('3.1.0'), `\ufeff${JSON.stringify(parse(yaml('3.1.0')))}`])('serves YAML and JSON', async (text) => {
      const statuses: number[] = [];
      const { code, out } = await runIn(['--port', '0', '--document', file(text)], async (printed) => {
        const url = printed.match(/http:\/\/\S+/)?.[0];
        for (const path of ['/things/1', '/things/x']) statuses.push((await fetch(url + path)).status);
      });
      expect([code, statuses]).toEqual([0, [200, 400]]);
      expect(out).toMatch(/^The mock of \S+api listens on http/);
    });

    test.for([
      ['a file that is not there', '/nowhere/api.yaml', 'The document /nowhere/api.yaml cannot be read: ENOENT.'],
      ['neither JSON nor YAML', file.bind(null, '{"openapi": '), 'is neither JSON nor YAML: '],
      ['neither YAML nor JSON', file.bind(null, 'a: [1'), 'is neither JSON nor YAML: '],
      ['text alone', file.bind(null, 'openapi'), 'it holds no object'],
      ['what is not supported', file.bind(null, yaml('3.0.3')), 'api: The document is of OpenAPI 3.0.3'],
    ] as const)('%s ends it with 2, and says why', async ([, path, says]) => {
      const { code, out, err } = await runIn(['--port', '0', '--document', typeof path === 'string' ? path : path()]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(says);
    });

    test('counts from where the caller stands', async (context) => {
      takesLong(context);
      const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
      const path = file(yaml('3.1.0'));
      const ofScript = { INIT_CWD: dirname(path), npm_lifecycle_event: 'mock', npm_package_name: 'roma-fdi' };
      const child = start('node', ['--conditions=@roma-fdi/source', bin, '--port', '0', '--document', 'api'], ofScript);
      await child.says(/The mock of api listens on/);
      child.kill('SIGTERM');
      expect((await child.ended).code).toBe(0);
    });
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('%s ends the process with 0', async (signal, context) => {
    takesLong(context);
    const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
    const process = start('node', ['--conditions=@roma-fdi/source', bin, '--port', '0']);
    await process.says(/listens on http/);
    process.kill(signal);
    expect((await process.ended).code).toBe(0);
  });
});
