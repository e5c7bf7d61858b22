/** The peer of the store's figures: Node's SQLite itself, on the calling thread, with the same tables and settings. */
import { DatabaseSync } from 'node:sqlite';
import { decodeColumns, encodeColumns } from '../../src/store/columns.ts';
import { newId } from '../../src/store/ids.ts';
import type { ProposedMapping } from '../../src/store/records.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';

const pairKey = 1;

export class RawSqlite {
  readonly #database: DatabaseSync;
  readonly #statements;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full');
    for (const { statements } of migrations) for (const statement of statements) this.#database.exec(statement);
    this.#database.exec(`
      insert into data_sources
        (key, id, project_id, instance_id, name, folded_name, type, content, create_time, update_time)
        values (1, 's1', 'p', 'i', 's1', 's1', 'SQLITE', '{}', 0, 0), (2, 's2', 'p', 'i', 's2', 's2', 'SQLITE', '{}', 0, 0);
      insert into tasks (key, project_id, instance_id, id, created, modified) values (1, 'p', 'i', 'task', 0, 0);
      insert into pairs (key, task_key, source_key, target_key) values (${pairKey}, 1, 1, 2);
    `);
    this.#statements = {
      insert: this.#database.prepare(
        `insert into mappings
           (id, pair_key, source_schema, source_table, target_schema, target_table, percent, status, source_columns,
            target_columns, column_pairs, updated_time)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      ),
      task: this.#database.prepare('select * from tasks where project_id = ? and instance_id = ? and id = ?'),
      pairs: this.#database.prepare(
        `select * from pairs join data_sources s on s.key = source_key join data_sources t on t.key = target_key
         where task_key = 1 and s.id = ? and t.id = ? order by pairs.key`,
      ),
      mappings: this.#database.prepare('select * from mappings where pair_key = ? order by key limit 10'),
      schemas: this.#database.prepare('select * from schema_mappings where pair_key = ? order by key limit 10'),
    };
  }

  insert(mappings: readonly ProposedMapping[]): void {
    this.#database.exec('begin');
    for (const mapping of mappings) {
      const { sourceSchema, sourceTable, targetSchema, targetTable, percent } = mapping;
      const { sourceColumns, targetColumns, columnPairs } = encodeColumns(mapping);
      const tables = [sourceSchema, sourceTable, targetSchema, targetTable];
      const texts = [sourceColumns, targetColumns, columnPairs];
      this.#statements.insert.run(newId(), pairKey, ...tables, percent, 'AUTO', ...texts);
    }
    this.#database.exec('commit');
  }

  /** Reads and decodes what the answer of a stored init is made from. */
  read(): unknown {
    const { task, pairs, mappings, schemas } = this.#statements;
    return {
      task: task.get('p', 'i', 'task'),
      pairs: pairs.all('s1', 's2'),
      mappings: mappings.all(pairKey).map((row) => {
        const texts = { sourceColumns: row['source_columns'], targetColumns: row['target_columns'] };
        return decodeColumns({ ...texts, columnPairs: row['column_pairs'] } as Parameters<typeof decodeColumns>[0]);
      }),
      schemas: schemas.all(pairKey),
    };
  }

  close(): void {
    this.#database.close();
  }
}
