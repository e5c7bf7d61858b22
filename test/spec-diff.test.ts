import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

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

test.each([
  ['minor', 0],
  ['major', 0],
  ['patch', 1],
])('with a changeset of %s it ends with %i', (bump, status) => {
  expect(diff(breaking, changeset(bump)).status).toBe(status);
});

test('a changeset of another package announces nothing', () => {
  expect(diff(breaking, changeset('minor', '@roma-fdi/mock')).status).toBe(1);
});

test('what adds or explains needs none', () => {
  const adding = diff(({ info, components }) => {
    info.description += ' More.';
    components.schemas['TaskBasicRsp']!.properties['more'] = { type: 'string', description: 'Something more.' };
  });
  expect(adding).toMatchObject({ status: 0, stderr: '' });
  expect(adding.stdout).toContain('0 major, 1 minor, 1 patch');
});
