/** The engine of a server that initialises tasks and does not run them. */
import type { Engine } from './engine.ts';

export const noEngine: Engine = {
  start: async () => 'this server has no engine to run tasks.',
  stop: async () => undefined,
};
