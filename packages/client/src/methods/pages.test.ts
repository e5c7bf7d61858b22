import fc from 'fast-check';
import { expect, test } from 'vitest';
import { iteratePages, iterateWhole, readAll } from './pages.ts';

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

test.each([0, -5])('a total of %d with entries beside it loses none of them', async (total) => {
  expect(await readAll(async () => ({ items: ['a', 'b'], total }), String)).toEqual(['a', 'b']);
});

test.each([50, 1e12, undefined])(
  'a server that repeats its first page of %s entries is no endless list',
  async (total) => {
    let reads = 0;
    const read = async () => {
      reads++;
      return { items: Array.from({ length: 10 }, (_, index) => index), total };
    };
    await expect(readAll(read, String)).rejects.toThrow('A list repeats its first 10 entries: the parameter offset');
    expect(reads).toBeLessThan(6);
  },
);

/** A list that a loop changes while it is read. */
function changing(length: number, size: number) {
  const ids = Array.from({ length }, (_, index) => index);
  let next = length;
  return {
    ids,
    read: async (offset: number) => ({ items: ids.slice(offset, offset + size), total: ids.length }),
    remove: (id: number) => ids.splice(ids.indexOf(id), 1),
    append: () => ids.push(next++),
    prepend: () => ids.unshift(next++),
  };
}

const sizes = fc.record({ length: fc.nat(60), size: fc.integer({ min: 1, max: 20 }) });

test('a loop that deletes what it reads leaves nothing, and one that deletes some leaves the others', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 3 }), async ({ length, size }, every) => {
      const list = changing(length, size);
      const seen: number[] = [];
      for await (const id of iterateWhole(list.read, (item) => item)) {
        seen.push(id);
        if (id % every === 0) list.remove(id);
      }
      expect(seen).toEqual(Array.from({ length }, (_, index) => index));
      expect(list.ids).toEqual(seen.filter((id) => id % every !== 0));
    }),
  );
});

test.each(['append', 'prepend'] as const)('a loop that adds for each it reads (%s) ends', async (add) => {
  for (const iterate of [iterateWhole, iteratePages]) {
    const list = changing(25, 10);
    let seen = 0;
    for await (const _ of iterate(list.read, (item) => item)) {
      seen++;
      list[add]();
    }
    expect(seen).toBe(25);
  }
});

test('a loop that replaces each by another replaces every one, once', async () => {
  const list = changing(25, 10);
  for await (const id of iterateWhole(list.read, (item) => item)) {
    list.remove(id);
    list.append();
  }
  expect(list.ids).toEqual(Array.from({ length: 25 }, (_, index) => 25 + index));
});

test('what others put before the pages while they are read comes once', async () => {
  const list = changing(25, 10);
  const seen: number[] = [];
  const read = async (offset: number) => {
    const page = await list.read(offset);
    list.prepend();
    return page;
  };
  for await (const id of iterateWhole(read, (item) => item)) seen.push(id);
  expect(seen).toHaveLength(new Set(seen).size);
});
