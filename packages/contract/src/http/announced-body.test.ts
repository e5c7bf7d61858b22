import { expect, test } from 'vitest';
import type { Operation } from '../operations.ts';
import { checkAnnouncedBody } from './announced-body.ts';

const taking = (...mediaTypes: string[]) =>
  ({ body: { required: false, mediaTypes }, maxBodyBytes: 100 }) as unknown as Operation;
const withBody = taking('application/json');
const withForm = taking('application/x-www-form-urlencoded', 'multipart/form-data');
const without = { body: undefined, maxBodyBytes: 100 } as Operation;
const check = (headers: Record<string, string>, operation: Operation) => {
  const headersDistinct = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  checkAnnouncedBody({ headers, headersDistinct }, operation);
};
const json =
  (type: string | undefined, more: Record<string, string> = {}) =>
  () =>
    check({ 'content-length': '2', ...(type === undefined ? {} : { 'content-type': type }), ...more }, withBody);

test.each([
  'application/json',
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json ; charset="UTF-8"',
])('takes %s', (type) => {
  expect(json(type)).not.toThrow();
});

test.each([
  undefined,
  '',
  'text/plain',
  'application/jsonp',
  'application/json-patch+json',
  'application/json;charset=latin1',
  ';;',
])('refuses %s', (type) => {
  expect(json(type)).toThrow(expect.objectContaining({ name: 'UnsupportedMediaType' }));
});

test.each([
  'application/x-www-form-urlencoded',
  'Application/X-WWW-Form-URLencoded; charset=UTF-8',
  'multipart/form-data; boundary=a',
  'multipart/form-data; boundary="a; b"',
])('takes %s for form data, and never for JSON', (type) => {
  const headers = { 'content-length': '2', 'content-type': type };
  expect(() => check(headers, withForm)).not.toThrow();
  expect(() => check(headers, withBody)).toThrow('The media type must be application/json.');
});

test.each([
  undefined,
  'application/json',
  'multipart/mixed; boundary=a',
  'multipart/form-data; boundary=a; charset=latin1',
])('refuses %s for form data, naming what is taken', (type) => {
  const headers = { 'content-length': '2', ...(type === undefined ? {} : { 'content-type': type }) };
  expect(() => check(headers, withForm)).toThrow(
    /^The media type must be application\/x-www-form-urlencoded or multipart\/form-data/,
  );
});

test('refuses a compressed body, which it would not unpack', () => {
  expect(json('application/json', { 'content-encoding': 'gzip' })).toThrow('Content-Encoding');
  expect(json('application/json', { 'content-encoding': 'identity' })).not.toThrow();
});

test('asks for no media type where no body comes, or none is read', () => {
  expect(() => check({ 'content-type': 'text/plain' }, withBody)).not.toThrow();
  expect(() => check({ 'content-type': 'text/plain', 'content-length': '0' }, withBody)).not.toThrow();
  expect(() => check({ 'content-type': 'text/plain', 'content-length': '5' }, without)).not.toThrow();
});

test('judges the media type before the size, and the size of bodies that nobody reads too', () => {
  expect(json('text/plain', { 'content-length': '101' })).toThrow(
    expect.objectContaining({ name: 'UnsupportedMediaType' }),
  );
  expect(json('application/json', { 'content-length': '101' })).toThrow('larger than 100 bytes');
  expect(json('application/json', { 'content-length': '100' })).not.toThrow();
  expect(() => check({ 'content-length': '101' }, without)).toThrow('larger than 100 bytes');
});

test('leaves a body in chunks its type until the first byte, since it may be empty', () => {
  const chunked = (headers: Record<string, string>, operation = withBody) => {
    const all = { 'transfer-encoding': 'chunked', ...headers };
    const headersDistinct = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
    return checkAnnouncedBody({ headers: all, headersDistinct }, operation);
  };
  for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }])
    expect(chunked(headers)).toMatchObject({ name: 'UnsupportedMediaType' });
  expect(chunked({ 'content-type': 'application/json' })).toBeUndefined();
  expect(chunked({}, without)).toBeUndefined();
});
