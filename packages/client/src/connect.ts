/** Makes what the functions of the operations take. */
import type { ConnectOptions } from './options.ts';
import { settle } from './settings.ts';
import { type Connection, createCall } from './wire/call.ts';
import { createSend } from './wire/send.ts';

/**
 * An instance and who calls it, for the functions of this entry; opens no connection and sends nothing.
 *
 * @throws InvalidCallError for an option that cannot work
 */
export function connect(options: ConnectOptions): Connection {
  const settings = settle(options);
  return { call: createCall(settings, createSend(settings)) };
}
