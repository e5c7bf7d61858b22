/** A store with a page of mappings that is larger than all buffers between two sockets. */
import { openStore } from '../src/store/open-store.ts';
import { dataSource, draft, proposalsFor, wideProposals } from './store-samples.ts';

/** The page: `limit` 1000 of task `large`. Its text has some eight million characters. */
export const largePage = { task: 'large', mappings: 150, columns: 200 };

/** Writes the store's file, for a server to be started on. */
export async function writeLargePage(path: string): Promise<void> {
  const store = await openStore({ path });
  const pair = { source: 's1', target: 's2' };
  for (const id of Object.values(pair)) await store.createDataSource(dataSource(id));
  const proposals = await proposalsFor(pair, wideProposals(largePage.mappings, largePage.columns));
  await store.initTask({ ...draft(largePage.task), pair, proposals: [proposals] });
  await store.close();
}
