import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContract } from '@roma-fdi/contract';
import { expect, test } from 'vitest';
import { createSecrets } from '../requests/secrets.ts';
import { openRecorder } from './recorder.ts';

test('a disk that is full leaves whole lines', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
  const file = join(folder, 'seen.jsonl');
  const contract = readContract();
  const [operation] = contract.operations;
  if (!operation) throw new Error('The contract has operations.');
  const target = { path: '/', search: '', segments: [], rawHeaders: [], bytes: Buffer.alloc(0), body: { name: 'x' } };
  const call = { ...target, operation, pathParameters: {}, query: {}, headers: {} };
  const exchange = { call, answer: undefined, faults: [], ms: 1 };
  const warned = new Promise((resolve) => process.once('warning', resolve));
  let left = Number.POSITIVE_INFINITY;
  const disk = (descriptor: number, bytes: Buffer, offset: number): number => {
    if (left === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const written = writeSync(descriptor, bytes, offset, Math.min(left, bytes.length - offset));
    left -= written;
    return written;
  };

  const recorder = openRecorder(file, contract, createSecrets(contract, []), undefined, disk);
  recorder.add(exchange);
  const whole = readFileSync(file, 'utf8');
  left = 20;
  recorder.add(exchange);
  recorder.close();

  expect(whole.split('\n')).toHaveLength(3);
  expect(readFileSync(file, 'utf8')).toBe(whole);
  expect(await warned).toMatchObject({ message: expect.stringContaining('ENOSPC') });
  rmSync(folder, { recursive: true });
});
