/** Ids of tasks, data sources and mappings. */
import { randomBytes, randomUUID } from 'node:crypto';

/** 32 lower-case hex digits, 122 of their bits random. */
export function newId(): string {
  return randomUUID().replaceAll('-', '');
}

/** 20 lower-case hex digits, all random: a list of 10,000 mappings, in one answer, is a tenth shorter than with 32. */
export function newMappingId(): string {
  return randomBytes(10).toString('hex');
}
