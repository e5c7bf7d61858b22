import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { takesLong } from './programs.ts';

const script = fileURLToPath(new URL('../scripts/spec-diff.mjs', import.meta.url));
const bundle = new URL('../spec/dist/openapi.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-spec-diff-'));
const released = join(folder, 'released.json');
copyFileSync(bundle, released);
afterAll(() => rmSync(folder, { recursive: true }));

type Document = ReturnType<typeof readDocument>;
const readDocument = () =>
  JSON.parse(readFileSync(bundle, 'utf8')) as {
    info: { description: string };
    components: { schemas: Record<string, { required?: string[]; properties: Record<string, object> }> };
  };

function diff(change: (document: Document) => unknown, changeset = '') {
  const document = readDocument();
  change(document);
  const current = join(folder, 'current.json');
  writeFileSync(current, JSON.stringify(document));
  writeFileSync(join(folder, 'change.md'), changeset);
  const args = [script, '--released', released, '--current', current, '--changesets', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=@roma-fdi/source', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const changeset = (bump: string, name = '@roma-fdi/spec') => `---\n'${name}': ${bump}\n---\n\nSomething.\n`;
const breaking = ({ components }: Document) => {
  components.schemas['MultiTaskResetBody']!.required = ['date_from'];
};

test('a change that breaks callers fails without a changeset, and says where and what to do', () => {
  const { status, stdout, stderr } = diff(breaking);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^major +modified POST \S+\/reset > requestBody .* became required: `date_from`\.$/m);
  expect(stdout).toMatch(/^1 major, 0 minor, 0 patch since 0\.\d+\.\d+\.$/m);
  expect(stderr).toContain("need a changeset with '@roma-fdi/spec': minor");
});

test('a changeset of the contract that is large enough announces it', (context) => {
  takesLong(context);
  expect(diff(breaking, changeset('minor')).status).toBe(0);
});

test.for([
  ['@roma-fdi/spec', 'major', 0],
  ['@roma-fdi/spec', 'patch', 1],
  ['@roma-fdi/mock', 'minor', 1],
] as const)('a changeset of %s that is %s ends with %i', ([name, bump, status], context) => {
  takesLong(context);
  expect(diff(breaking, changeset(bump, name)).status).toBe(status);
});

test('what adds or explains needs none', (context) => {
  takesLong(context);
  const adding = diff(({ info, components }) => {
    info.description += ' More.';
    components.schemas['TaskBasicRsp']!.properties['more'] = { type: 'string', description: 'Something more.' };
  });
  expect(adding).toMatchObject({ status: 0, stderr: '' });
  expect(adding.stdout).toContain('0 major, 1 minor, 1 patch');
});
