/** Reads a list page by page. */

/** One page, and how many entries there are over all pages where the answer says so. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number | undefined;
}

/** Entries of a page while iterating, unless the caller's query says otherwise. */
export const usualPageSize = 100;

/**
 * Every entry in order, each page read when it is needed. A server may give fewer than it was asked for, so the end is the total,
 * or an empty page.
 */
export async function* iteratePages<T>(read: (offset: number) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let offset = 0;
  let page: Page<T>;
  do {
    page = await read(offset);
    yield* page.items;
    offset += page.items.length;
  } while (page.items.length > 0 && (page.total === undefined || offset < page.total));
}
