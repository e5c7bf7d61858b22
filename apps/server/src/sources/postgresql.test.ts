import { expect, it } from 'vitest';
import { postgresqlEngine } from './postgresql.ts';
import { SourceError } from './source-error.ts';

const settings = {
  host: 'db.internal',
  port: '5432',
  database_name: 'shop',
  user_name: 'reader',
  password: 'correct horse',
};
const limits = { maxTables: 10, signal: new AbortController().signal };
const unused = postgresqlEngine(() => Promise.reject(new Error('not dialled')));

it.each(Object.keys(settings))('needs %s', async (name) => {
  for (const value of [undefined, ''])
    expect(await unused.refusal({ ...settings, [name]: value })).toEqual({
      parameter: `content.${name}`,
      why: 'POSTGRESQL needs it.',
    });
  expect(await unused.refusal(settings)).toBeUndefined();
});

it('takes mode default alone', async () => {
  expect(await unused.refusal({ ...settings, mode: 'default' })).toBeUndefined();
  expect(await unused.refusal({ ...settings, mode: 'professional' })).toMatchObject({ parameter: 'content.mode' });
});

it('passes the refusal of the dialler on as it is', async () => {
  const refused = new SourceError('not-allowed', 'no');
  await expect(postgresqlEngine(() => Promise.reject(refused)).read(settings, limits)).rejects.toBe(refused);
});

it('gives neither the password nor the words of the system away when nothing answers', async () => {
  const down = postgresqlEngine(() =>
    Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.9:5432'), { code: 'ECONNREFUSED' })),
  );
  const error: Error = await down.read(settings, limits).then(
    () => new Error('was read'),
    (failed: Error) => failed,
  );
  expect(error.message).toContain('could not be reached');
  expect(error.message).not.toMatch(/ECONNREFUSED|horse|10\.0\.0\.9/);
});
