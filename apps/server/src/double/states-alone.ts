/** An engine for tests: a task runs as soon as it is started, until it is stopped, and no row moves. */
import type { Engine } from '../runs/engine.ts';

export const statesAlone: Engine = {
  start: async () => undefined,
  stop: async () => undefined,
};
