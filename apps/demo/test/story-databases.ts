/** The two databases of the contract's story, as real ones: what its examples name is there, and nothing else is. */
import { story } from '@roma-fdi/mock';
import type { DatasourceInfo } from '@roma-fdi/types';
import { type MariaDbServer, startMariaDb } from '../../../packages/databases/test/mariadb-server.ts';
import { type PostgresServer, startPostgres } from '../../../packages/databases/test/postgres-server.ts';

const shopTables = `
  create table customers (id int primary key, email varchar(255));
  create table orders (id bigint primary key, customer_id int not null, placed_at datetime(6) not null, gift_note varchar(500));
  create table suppliers (id int primary key, name varchar(80));`;

const warehouseTables = `
  create table customers (id int primary key, email varchar(255));
  create table "Orders" ("Id" bigint primary key, "CustomerId" int, "PlacedAt" timestamp(6), "ShippedAt" timestamp(6));
  create table lfa1 (lifnr int primary key, mcod1 varchar(80));
  create table copy_customers (id int primary key, email varchar(255));`;

export interface StoryDatabases {
  readonly shop: MariaDbServer;
  readonly warehouse: PostgresServer;
  end(): Promise<void>;
}

/** Their users have the names and passwords of the story; only their addresses are others. */
export async function startStoryDatabases(mariadbd: string, postgresProgram: string): Promise<StoryDatabases> {
  const starting = [startMariaDb(mariadbd), startPostgres(postgresProgram)] as const;
  const end = async () => {
    for (const started of await Promise.allSettled(starting))
      if (started.status === 'fulfilled') await started.value.stop();
  };
  try {
    const [shop, warehouse] = await Promise.all(starting);
    const [reader, app] = [login('shop'), login('warehouse')];
    await Promise.all([
      shop.run(`create database ${reader.database}; use ${reader.database}; ${shopTables}
        create user '${reader.user}'@'%' identified by '${reader.password}'; grant select on shop.* to '${reader.user}'@'%';`),
      warehouse
        .run(`create role ${app.user} login password '${app.password}'`)
        .then(() => warehouse.run(`create database ${app.database} owner ${app.user}`))
        .then(() =>
          warehouse.run(`${warehouseTables} grant select on all tables in schema public to ${app.user}`, app.database),
        ),
    ]);
    return { shop, warehouse, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Who reads the database, as the example registers it. */
function login(name: 'shop' | 'warehouse') {
  const { content } = story.request<DatasourceInfo & { readonly content: Readonly<Record<string, string>> }>(
    'createDatasourceInfo',
    name,
  );
  return { database: content['database_name']!, user: content['user_name']!, password: content['password']! };
}
