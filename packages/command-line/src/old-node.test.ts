import { expect, test } from 'vitest';
import { whyNodeIsTooOld } from './old-node.ts';

const server = new URL('../../../apps/server/package.json', import.meta.url);

test.each(['18.20.8', '20.0.0', '22.23.3', '23.11.1', '9.0.0'])('Node %s is too old for the server', (version) => {
  expect(whyNodeIsTooOld(server, version)).toBe(
    `@roma-fdi/server needs Node 24 or newer, and this is Node ${version}.`,
  );
});

test.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('Node %s is not', (version) => {
  expect(whyNodeIsTooOld(server, version)).toBeUndefined();
});
