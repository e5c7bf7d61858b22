import { expect, test } from 'vitest';
import { shellPath } from './shell-path.ts';

test('a file below the folder where the caller stands is named from there', () => {
  expect(shellPath('/project/.demo/shop.db', '/project', '/project')).toBe('.demo/shop.db');
});

test('a file elsewhere, and any file for a caller who stands elsewhere, has its whole path', () => {
  expect(shellPath('/data/shop.db', '/project', '/project')).toBe('/data/shop.db');
  expect(shellPath('/project/shop.db', '/project', '/project/apps')).toBe('/project/shop.db');
});

test('what a shell would read otherwise is quoted', () => {
  expect(shellPath("/it's here/$x.db", '/project', '/project')).toBe("'/it'\\''s here/$x.db'");
});
