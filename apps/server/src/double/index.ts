/** The server in tests: `startTestServer`, and fixtures for vitest. */
import '../refuse-old-node.ts';

export type { Engine } from '../runs/engine.ts';
export { fixtures, type TestServerFixtures } from './fixtures.ts';
export { startTestServer, type TestInstance, type TestServer, type TestServerOptions } from './test-server.ts';
