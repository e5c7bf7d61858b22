import fc from 'fast-check';
import { expect, test } from 'vitest';
import { iteratePages } from './pages.ts';

test('every entry comes once and in order, whatever the sizes of list and page, with or without a total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.boolean(), async (length, size, withTotal) => {
      const all = Array.from({ length }, (_, index) => index);
      const read = async (offset: number) => ({
        items: all.slice(offset, offset + size),
        total: withTotal ? length : undefined,
      });
      const seen: number[] = [];
      for await (const item of iteratePages(read)) seen.push(item);
      expect(seen).toEqual(all);
    }),
  );
});

test('a page is read when its first entry is needed, and none after the total is reached', async () => {
  const offsets: number[] = [];
  const pages = iteratePages(async (offset) => {
    offsets.push(offset);
    return { items: ['a', 'b'], total: 4 };
  });
  expect(offsets).toEqual([]);
  await pages.next();
  await pages.next();
  expect(offsets).toEqual([0]);
  for await (const _ of pages);
  expect(offsets).toEqual([0, 2]);
});

test('a total that the pages never reach ends with the first empty page', async () => {
  const read = async (offset: number) => ({ items: offset === 0 ? ['a'] : [], total: 9 });
  const seen: string[] = [];
  for await (const item of iteratePages(read)) seen.push(item);
  expect(seen).toEqual(['a']);
});
