/** Ids of tasks, data sources and mappings. */
import { randomUUID } from 'node:crypto';

/** 32 lower-case hex digits, 122 of their bits random. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}
