import { expect, it } from 'vitest';
import { callerAt, createFailedProofs } from './failed-proofs.ts';

const minute = 60_000;

function started() {
  const clock = { now: 0 };
  return { clock, proofs: createFailedProofs(() => clock.now) };
}

it('hears a caller five times, then not until five minutes after the first failure', () => {
  const { clock, proofs } = started();
  for (let n = 0; n < 5; n++) {
    expect(proofs.waitOf('a')).toBeUndefined();
    expect(proofs.failed('a')).toBeUndefined();
  }
  expect(proofs.waitOf('a')).toBe(300);
  clock.now = 5 * minute - 1;
  expect(proofs.waitOf('a')).toBe(1);
  clock.now = 5 * minute;
  expect(proofs.waitOf('a')).toBeUndefined();
  expect(proofs.failed('a')).toBeUndefined();
  expect(proofs.waitOf('a')).toBeUndefined();
});

it('holds nothing against others', () => {
  const { proofs } = started();
  for (let n = 0; n < 9; n++) proofs.failed('a');
  expect(proofs.waitOf('a')).toBeDefined();
  expect(proofs.waitOf('b')).toBeUndefined();
});

it('hears who has proved the key before, however many fail beside him, and only slows those', () => {
  const { proofs } = started();
  proofs.succeeded('a');
  for (let n = 0; n < 5; n++) expect(proofs.failed('a')).toBeUndefined();
  expect(proofs.failed('a')).toBe(300);
  expect(proofs.waitOf('a')).toBeUndefined();
  proofs.succeeded('a');
  expect(proofs.failed('a')).toBeUndefined();
});

it('forgets the oldest of ten thousand', () => {
  const { proofs } = started();
  for (let n = 0; n < 5; n++) proofs.failed('first');
  for (let n = 0; n < 9_999; n++) proofs.failed(`other ${n}`);
  expect(proofs.waitOf('first')).toBe(300);
  proofs.failed('one more');
  expect(proofs.waitOf('first')).toBeUndefined();
});

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ['::1', '0:0:0:0::/64'],
  ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['2001:0db8:0:1::5%eth0', '2001:db8:0:1::/64'],
  ['2001:db8:0:1::', '2001:db8:0:1::/64'],
  ['', ''],
])('%j stands for %j', (address, caller) => {
  expect(callerAt(address)).toBe(caller);
});
