/** IDs of tasks that the client makes, so that a call may be sent again. */

/** 32 hex digits from a secure source of random numbers, as servers make them. */
export function newTaskId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
