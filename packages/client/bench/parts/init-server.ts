/** A child process that answers every request with one init answer of many columns, so that the client's side alone is measured. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limits, type MultiTaskInitElement } from '@roma-fdi/types';

const mappingCount = limits.MultiTaskInitElement.mappings;

/** As many mappings as an answer holds, each with this many columns a side, all of them paired. */
function answer(columns: number): MultiTaskInitElement[] {
  const names = Array.from({ length: columns }, (_, at) => `column_name_${at}`);
  const mappings = Array.from({ length: mappingCount }, (_, at) => ({
    id: `c1a2b3d4e5f60718293a4b5c6d7e8f9${at}`,
    source_table: `shop.table_number_${at}`,
    target_table: `public.table_number_${at}`,
    updated_time: 1793520060000,
    mapping_percent: 100,
    status: 'AUTO' as const,
    source_columns: names.map((name) => ({ field_name: name, field_type: 'VARCHAR', field_length: '255' })),
    target_columns: names.map((name) => ({ field_name: name, field_type: 'VARCHAR', field_length: '255' })),
    mapping: names.map((name) => ({
      source_column: name,
      source_column_type: 'VARCHAR',
      source_column_length: '255',
      target_column: name,
      target_column_type: 'VARCHAR',
      target_column_length: '255',
    })),
  }));
  return [{ task_id: '4e1d7c0a9b8f46538271605f4e3d2c1b', mappings, mappings_total_count: mappingCount }];
}

const body = Buffer.from(JSON.stringify(answer(Number(process.argv[2]))));
const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'X-Request-Id': 'bench' };

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(body));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, bytes: body.length });
});
process.on('disconnect', () => process.exit());
