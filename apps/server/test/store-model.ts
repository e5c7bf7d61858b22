/** A store in a few lines of plain objects: what `initTask`, `deleteTask` and `deleteDataSource` must come to. */
import type { PairIds, ProposedMapping, TablePair } from '../src/store/records.ts';

interface ModelMapping extends TablePair {
  readonly percent: number;
  readonly updatedTime: number;
}

/** What `initTask` is given, the proposals before they are written. */
export interface ModelInput {
  readonly serverId: string | null;
  readonly pair: PairIds | undefined;
  readonly proposals: readonly (PairIds & { readonly mappings: readonly ProposedMapping[] })[];
}

interface ModelPair extends PairIds {
  readonly mappings: ModelMapping[];
}

interface ModelTask {
  serverId: string | null;
  readonly created: number;
  modified: number;
  readonly pairs: ModelPair[];
}

export class StoreModel {
  readonly dataSources = new Set<string>();
  readonly tasks = new Map<string, ModelTask>();

  /** What the answer must hold, as far as `view` shows it. */
  initTask(taskId: string, { pair, serverId, proposals }: ModelInput, now: number): unknown {
    if (pair && !this.dataSources.has(pair.source)) return { status: 'unknown-source' };
    if (pair && !this.dataSources.has(pair.target)) return { status: 'unknown-target' };

    const known = this.tasks.get(taskId);
    const task = known ?? { serverId: serverId || null, created: now, modified: now, pairs: [] };
    this.tasks.set(taskId, task);
    const before = JSON.stringify(task);
    if (serverId) task.serverId = serverId;
    if (pair && !task.pairs.some((one) => isPair(one, pair))) task.pairs.push({ ...pair, mappings: [] });
    const answered = pair ? task.pairs.filter((one) => isPair(one, pair)) : task.pairs;
    for (const { mappings, ...ids } of proposals) {
      for (const { sourceSchema, sourceTable, targetSchema, targetTable, percent } of mappings) {
        const tables = { sourceSchema, sourceTable, targetSchema, targetTable };
        const all = answered.find((one) => isPair(one, ids))?.mappings;
        if (all && !all.some((one) => identity(one) === identity(tables)))
          all.push({ ...tables, percent, updatedTime: now });
      }
    }
    if (JSON.stringify(task) !== before) task.modified = now;
    return structuredClone({ status: 'done', created: !known, ...this.task(taskId), pairs: answered.map(pairView) });
  }

  task(taskId: string) {
    const task = this.tasks.get(taskId);
    if (!task) return undefined;
    const { serverId, created, modified } = task;
    return { task: { id: taskId, serverId, created, modified } };
  }

  deleteDataSource(id: string): unknown {
    const using = [...this.tasks].filter(([, { pairs }]) =>
      pairs.some((one) => one.source === id || one.target === id),
    );
    if (using.length > 0) return { status: 'in-use', taskIds: using.map(([taskId]) => taskId), total: using.length };
    return { status: this.dataSources.delete(id) ? 'deleted' : 'not-found' };
  }
}

function pairView({ source, target, mappings }: ModelPair) {
  const schemas = new Map(mappings.map((one) => [JSON.stringify([one.sourceSchema, one.targetSchema]), one]));
  return {
    source: { id: source },
    target: { id: target },
    mappings: mappings.slice(0, 10),
    schemaMappings: [...schemas.values()]
      .slice(0, 10)
      .map(({ sourceSchema, targetSchema }) => ({ sourceSchema, targetSchema, status: 'AUTO' })),
    mappingCount: mappings.length,
  };
}

function isPair(one: PairIds, other: PairIds): boolean {
  return one.source === other.source && one.target === other.target;
}

function identity({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair): string {
  return JSON.stringify([sourceSchema, sourceTable, targetSchema, targetTable]);
}
