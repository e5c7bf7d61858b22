/** The states of a task's runs, and what becomes of its mappings when it starts. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import type { ExecuteStatus, Located } from '../records.ts';
import { removeMappings } from './edit-mappings.ts';
import type { Work } from './tables.ts';
import { changeTaskRow, taskRow } from './tasks.ts';

export interface SetExecuteStatus extends Located {
  readonly executeStatus: ExecuteStatus;
}

export interface SetExecuteStatusResult {
  readonly status: 'set' | 'not-found';
}

/** With `RUNNING` what waited for the next start takes effect: mappings to be deleted go, all others are in use. */
export async function setExecuteStatus(work: Work, input: SetExecuteStatus): Promise<SetExecuteStatusResult> {
  const { db } = work;
  const found = await taskRow(db, input);
  if (!found) return { status: 'not-found' };
  await changeTaskRow(work, found.key, { execute_status: input.executeStatus });
  if (input.executeStatus === 'RUNNING') {
    const pairs = await db.selectFrom('pairs').select('key').where('task_key', '=', found.key).execute();
    const keys = pairs.map(({ key }) => key);
    for (const key of keys) await removeMappings(work, key, (query) => query.where('status', '=', 'DELETE'));
    const status: MultiTaskMappingStatus = 'USING';
    if (keys.length > 0) await db.updateTable('mappings').set({ status }).where('pair_key', 'in', keys).execute();
  }
  return { status: 'set' };
}
