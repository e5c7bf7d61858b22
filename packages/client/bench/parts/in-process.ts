/** A process of its own that calls a stubbed fetch with an answer of two bytes: what is left is the client's own work. */
import { compare } from './compare.ts';
import { heapOf } from './heap-of.ts';
import { ownCallers, rawFetch } from './own-callers.ts';
import { peerCallers } from './peer-callers.ts';

const [folder = ''] = process.argv.slice(2);
const media = { headers: { 'Content-Type': 'application/json' } };
globalThis.fetch = async () => new Response('[]', media);

const baseUrl = 'http://127.0.0.1:1';
const raw = rawFetch(baseUrl);
const { '@roma-fdi/client/undici': _, 'undici.request': __, ...own } = await ownCallers(folder, baseUrl);
// The vendor's does not call fetch.
const { "the vendor's core": ___, ...peers } = (await peerCallers(baseUrl)) ?? {};
const callers = { ...own, ...peers };
const figures = await compare(['raw fetch + JSON.parse', raw], callers, { batches: 60, calls: 200 });
const base = await heapOf(raw);
const heaps = new Map<string, number>();
for (const [name, call] of Object.entries(callers)) heaps.set(name, (await heapOf(call)) - base);
process.send?.(figures.map((figure) => ({ ...figure, added_heap_bytes: heaps.get(figure.name) ?? 0 })));
