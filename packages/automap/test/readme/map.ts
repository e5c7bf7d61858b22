import { type Catalog, columnReasons, mapCatalogs, unmappedTableReasons } from '@roma-fdi/automap';

const source: Catalog = { tables: [{ name: 'berth', columns: [{ name: 'berth_no' }, { name: 'max_drft' }] }] };
const target: Catalog = { tables: [{ name: 'Berth', columns: [{ name: 'BerthNo' }, { name: 'MaximumDraft' }] }] };

const { pairs, unmapped } = mapCatalogs(source, target);
for (const pair of pairs) {
  console.log(`${pair.source.name} → ${pair.target.name}, ${pair.percent} %`);
  for (const column of pair.columns)
    console.log(`  ${column.source} → ${column.target}, ${column.confidence}: ${columnReasons[column.reason]}`);
}
for (const { table, reason } of unmapped.source) console.log(`${table.name}: ${unmappedTableReasons[reason]}`);
