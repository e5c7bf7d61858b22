import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { json, stubClient } from '../test/stub-transport.ts';
import { routes } from './index.ts';
import { userAgent } from './user-agent.ts';

test.each([
  ['Node 20', { process: { versions: { node: '20.20.2' } } }, 'Node.js/20.20.2'],
  ['Node 24', { navigator: { userAgent: 'Node.js/24' }, process: { versions: { node: '24.21.0' } } }, 'Node.js/24'],
  ['Deno', { navigator: { userAgent: 'Deno/2.9.6' }, process: { versions: { node: '26.3.0' } } }, 'Deno/2.9.6'],
  ['Bun', { navigator: { userAgent: 'Bun/1.4.2' }, process: { versions: { node: '24.3.0' } } }, 'Bun/1.4.2'],
  ['workerd', { navigator: { userAgent: 'Cloudflare-Workers' } }, 'Cloudflare-Workers'],
])('%s is named', (_, runtime, name) => {
  expect(userAgent(runtime)).toBe(`roma-fdi-client/source (${name})`);
});

const chromium = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36' };

test.each([
  ['a browser', { navigator: chromium }],
  ['a page of Electron', { navigator: chromium, process: { versions: { node: '24.0.0' } } }],
  ['jsdom', { navigator: { userAgent: 'Mozilla/5.0 (linux) jsdom/27' }, process: { versions: { node: '24.0.0' } } }],
  ['anything else', {}],
])('%s keeps its own name', (_, runtime) => {
  expect(userAgent(runtime)).toBeUndefined();
});

test('requests carry it, those of the raw client too, and the caller’s own wins however it is written', async () => {
  const sent = async (headers: Record<string, string>, options?: { headers: Record<string, string> }) => {
    const { fdi, asked } = stubClient([json({})], { headers });
    await fdi.tasks.count(options);
    return asked[0]?.headers.get('user-agent');
  };
  expect(await sent({})).toMatch(/^roma-fdi-client\/source \(Node\.js\/24/);
  expect(await sent({ 'USER-Agent': 'my-app/1' })).toBe('my-app/1');
  expect(await sent({}, { headers: { 'User-agent': 'my-call/1' } })).toBe('my-call/1');
  const { fdi, asked } = stubClient([json({})]);
  const path = { project_id: 'p', instance_id: 'i' };
  await fdi.raw.GET(routes.countTasks.path, { params: { path } });
  expect(asked[0]?.headers.get('user-agent')).toMatch(/^roma-fdi-client/);
});

test('the version is that of the manifest, put in by the build', () => {
  const built = new URL('../dist/version.js', import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(readFileSync(built, 'utf8')).toContain(`version = '${version}'`);
});
