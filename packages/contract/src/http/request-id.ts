/** IDs of answers: made here and different on each, never taken from the caller. */
import { randomUUID } from 'node:crypto';

export const requestId = (): string => randomUUID().replaceAll('-', '');
