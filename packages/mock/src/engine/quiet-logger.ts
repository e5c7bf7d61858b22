/** A logger that says nothing: Prism logs bodies and tokens at its lower levels. */
import type { createInstance } from '@stoplight/prism-http';

type Logger = Parameters<typeof createInstance>[1]['logger'];

const nothing = () => {};

const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  success: nothing,
};

// Prism uses these methods of pino and no other.
export const quiet: Logger = { ...silent, child: () => quiet } as unknown as Logger;
