import { type Catalog, mapCatalogs } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../../../../test/programs.ts';
import { generate } from '../../bench/parts/generate.ts';
import { table } from '../table.ts';

const { source, target } = generate(200);

describe('the answer', () => {
  it('is that of mapCatalogs, over more tables than one message carries', async () => {
    expect(await mapCatalogsInWorker(source, target)).toEqual(mapCatalogs(source, target));
  });

  it('has the very objects that were passed in', async () => {
    const from = { tables: [table('film', ['id']), table('only_here', ['one'])] };
    const to = { tables: [table('only_there', ['two']), table('Film', ['ID'])] };
    const { pairs, unmapped } = await mapCatalogsInWorker(from, to);
    expect(pairs[0]!.source).toBe(from.tables[0]);
    expect(pairs[0]!.target).toBe(to.tables[1]);
    expect(unmapped.source[0]!.table).toBe(from.tables[1]);
    expect(unmapped.target[0]!.table).toBe(to.tables[0]);
  });

  it('takes names that are special to JavaScript or to JSON for names', async () => {
    const names = ['__proto__', 'constructor', '\ud800', '\u0000', '"', '\u2028', ''];
    const tables = names.map((name) => ({ name, columns: names.map((column) => ({ name: column })) }));
    const mapping = await mapCatalogsInWorker({ tables }, { tables });
    expect(mapping).toEqual(mapCatalogs({ tables }, { tables }));
  });

  it('is empty for catalogs without tables', async (context) => {
    takesLong(context);
    const none = { tables: [] };
    expect(await mapCatalogsInWorker(none, none)).toEqual({ pairs: [], unmapped: { source: [], target: [] } });
    expect((await mapCatalogsInWorker(source, none)).unmapped.source).toHaveLength(200);
  });

  it('is the same for two that run at once', async (context) => {
    takesLong(context);
    const [there, back] = await Promise.all([mapCatalogsInWorker(source, target), mapCatalogsInWorker(target, source)]);
    expect(there).toEqual(mapCatalogs(source, target));
    expect(back).toEqual(mapCatalogs(target, source));
  });
});

describe('progress', () => {
  it('rises to 1', async () => {
    const told: number[] = [];
    await mapCatalogsInWorker(source, target, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(4);
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(1);
  });

  it('ends the work by what it throws', async (context) => {
    takesLong(context);
    const enough = new Error('enough');
    for (const from of [0, 0.1, 0.95]) {
      const onProgress = (done: number) => {
        if (done >= from) throw enough;
      };
      await expect(mapCatalogsInWorker(source, target, { onProgress })).rejects.toBe(enough);
    }
  });
});

describe('a signal', () => {
  it('ends the work before it begins, without a thread', async () => {
    const gone = new Error('gone');
    await expect(mapCatalogsInWorker(source, target, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  });

  it.for([
    ['is sent', 0],
    ['is mapped', 0.1],
    ['is taken in', 0.9],
  ] as const)('ends the work while it %s', async ([_, from], context) => {
    if (from > 0.5) takesLong(context);
    const gone = new Error('gone');
    const controller = new AbortController();
    const mapping = mapCatalogsInWorker(source, target, {
      signal: controller.signal,
      onProgress: (done) => {
        if (done >= from) controller.abort(gone);
      },
    });
    await expect(mapping).rejects.toBe(gone);
  });

  it('changes nothing when it aborts afterwards, and is left without a listener', async (context) => {
    takesLong(context);
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const counted = new Proxy(signal, {
      get(of, property) {
        const value = Reflect.get(of, property, of);
        if (property === 'addEventListener') listeners++;
        if (property === 'removeEventListener') listeners--;
        return typeof value === 'function' ? value.bind(of) : value;
      },
    });
    await mapCatalogsInWorker(source, target, { signal: counted });
    expect(listeners).toBe(0);
    controller.abort();
  });
});

describe('a thread that fails', () => {
  it('rejects with what the matcher throws', async () => {
    const broken = { tables: [{ name: null, columns: [] }] } as unknown as Catalog;
    let thrown: unknown;
    try {
      mapCatalogs(broken, target);
    } catch (error) {
      thrown = error;
    }
    const rejected = await mapCatalogsInWorker(broken, target).catch((error: unknown) => error);
    expect(rejected).toBeInstanceOf(TypeError);
    expect((rejected as Error).message).toBe((thrown as Error).message);
  });

  it('rejects with the limit where the memory does not suffice', async () => {
    const large = generate(3000);
    await expect(mapCatalogsInWorker(large.source, large.target, { maxMemoryMb: 16 })).rejects.toThrow(
      'takes more than 16 MB of memory',
    );
  });

  it('rejects for tables that are none', async () => {
    const broken = { tables: [{ name: 't', columns: null }] } as unknown as Catalog;
    await expect(mapCatalogsInWorker(broken, target)).rejects.toThrow(TypeError);
  });
});
