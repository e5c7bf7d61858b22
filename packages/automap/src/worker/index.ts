/** The matcher in a thread of its own, for whoever maps large catalogs and has others to serve meanwhile. */

export { mapCatalogsInWorker, type WorkerMapOptions } from './map-catalogs-in-worker.ts';
