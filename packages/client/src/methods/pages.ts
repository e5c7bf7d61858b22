/** Reads a list page by page. */
import { FdiError } from '../errors/fdi-error.ts';

/** One page, and how many entries there are over all pages where the answer says so. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number | undefined;
}

/** Entries of a page while iterating, unless the caller's query says otherwise. */
export const usualPageSize = 100;

/**
 * Every entry in order, each page read when it is needed, as many as there were at the first page: what is added meanwhile makes no
 * loop endless. A server may give fewer than it was asked for, so the end is the total, or an empty page.
 */
export async function* iteratePages<T>(read: (offset: number) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let offset = 0;
  let page = await read(offset);
  // A total below what came with it is none.
  const total = Math.max(page.total ?? Number.POSITIVE_INFINITY, page.items.length);
  for (;;) {
    yield* page.items.slice(0, total - offset);
    offset += page.items.length;
    if (page.items.length === 0 || offset >= total) return;
    page = await read(offset);
  }
}

/**
 * The same, with all pages read before the first entry is given: entries that the loop then removes or adds would move the others to
 * pages that were read, or are not any more. An entry that others moved while the pages were read comes once.
 */
export async function* iterateWhole<T>(
  read: ReadPage<T>,
  idOf: (item: T) => unknown,
): AsyncGenerator<T, void, undefined> {
  yield* await readAll(read, idOf);
}

/** Others may put entries before a page while it is read, so that it holds none that is new; hardly as often as this in a row. */
const mostRepeats = 3;

/**
 * The entries of all pages.
 *
 * @throws FdiError where page after page repeats what came before, since a server or a proxy does not heed the offset
 */
export async function readAll<T>(read: ReadPage<T>, idOf: (item: T) => unknown): Promise<T[]> {
  const items = new Map<unknown, T>();
  let before = -1;
  let repeats = 0;
  const next: ReadPage<T> = async (offset) => {
    repeats = items.size === before ? repeats + 1 : 0;
    before = items.size;
    if (repeats < mostRepeats) return read(offset);
    throw new FdiError(`A list repeats its first ${before} entries: the parameter offset is not heeded.`);
  };
  for await (const item of iteratePages(next)) items.set(idOf(item) ?? item, item);
  return [...items.values()];
}

type ReadPage<T> = (offset: number) => Promise<Page<T>>;

/** Reads pages of a list that answers `entities` and their `total`. */
export function entityPages<T>(
  list: (page: { readonly limit: number; readonly offset: number }) => Promise<{
    readonly entities: readonly T[];
    readonly total: number;
  }>,
  limit: number = usualPageSize,
): ReadPage<T> {
  return async (offset) => {
    const { entities, total } = await list({ limit, offset });
    return { items: entities, total };
  };
}
