// A process that writes to the store at the given path until it is killed. Before each change it says `begin TASK COUNT`,
// after its answer `done TASK COUNT`: COUNT mappings, or 0 where the task is deleted. When the store fails it says
// `failed KIND`, then `alive` once a read has been answered and the store closed. Where it cannot open it: `refused KIND`.
import { writeDecisions } from '../src/store/decisions.ts';
import { newId } from '../src/store/ids.ts';
import { openStore } from '../src/store/open-store.ts';
import { StoreError } from '../src/store/store-error.ts';
import { dataSource, draft, proposalsFor, scope, wideProposals } from './store-samples.ts';

const [path = ''] = process.argv.slice(2);
const pair = { source: 'writer-source', target: 'writer-target' };
const proposals = wideProposals(120, 12);

// Node writes to a pipe at once and waits for room in it: the line is out before the next step begins, and no kill takes it back.
const say = (line: string) => process.stdout.write(`${line}\n`);
const randomCount = () => 1 + Math.floor(Math.random() * (proposals.length - 1));

const kindOf = (error: unknown) => (error instanceof StoreError ? error.kind : String(error));

const store = await openStore({ path }).catch((error) => {
  say(`refused ${kindOf(error)}`);
  process.exit(1);
});
for (const id of Object.values(pair)) await store.createDataSource(dataSource(id));

async function change(id: string, count: number): Promise<void> {
  say(`begin ${id} ${count}`);
  if (count === 0) await store.deleteTask({ ...scope, id });
  else {
    const mappings = proposals.slice(0, count);
    await store.initTask({ ...draft(id), pair, proposals: [await proposalsFor(pair, mappings)] });
  }
  say(`done ${id} ${count}`);
}

/** Confirms the first `count` mappings of a task and refuses the others, in one document. */
async function decide(id: string, before: number, count: number): Promise<void> {
  const decisions = proposals.slice(0, before).map(({ sourceSchema, sourceTable, targetSchema, targetTable }, at) => ({
    list: at < count ? ('accepted' as const) : ('refused' as const),
    at,
    source: { name: `${sourceSchema}.${sourceTable}` },
    target: { name: `${targetSchema}.${targetTable}` },
  }));
  const batches = await writeDecisions(decisions);
  say(`begin ${id} ${count}`);
  const { status } = await store.applyDecisions({ ...scope, taskId: id, batches });
  say(status === 'done' ? `done ${id} ${count}` : `decisions ${status}`);
}

/** Makes a task, lets it grow, decides on it, and deletes every third. */
async function write(): Promise<never> {
  for (let made = 1; ; made++) {
    const id = newId();
    const count = randomCount();
    await change(id, count);
    const grown = Math.max(count, randomCount());
    await change(id, grown);
    await decide(id, grown, Math.ceil(grown / 2));
    if (made % 3 === 0) await change(id, 0);
  }
}

try {
  await Promise.all([write(), write(), write(), write()]);
} catch (error) {
  say(`failed ${kindOf(error)}`);
  await store.findTask({ project: 'p', instance: 'i', id: 'none' });
  await store.close();
  say('alive');
}
