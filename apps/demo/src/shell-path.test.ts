import { expect, test } from 'vitest';
import { shellPath } from './shell-path.ts';

test('a file below the folder where the caller stands is named from there', () => {
  expect(shellPath('/project/.demo/shop.db', '/project')).toBe('.demo/shop.db');
});

test('a file elsewhere has its whole path', () => {
  expect(shellPath('/data/shop.db', '/project')).toBe('/data/shop.db');
  expect(shellPath('/project/shop.db', '/project/apps')).toBe('/project/shop.db');
});

test('what a shell would read otherwise is quoted', () => {
  expect(shellPath("/it's here/$x.db", '/project')).toBe("'/it'\\''s here/$x.db'");
});
