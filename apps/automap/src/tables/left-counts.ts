/** Counts what a mapping leaves out on one side, in one line that names as many of the tables as fit. */
import type { MultiTaskMappingElement } from '../elements/mapping-element.ts';
import { shortNames, type Unmapped, unmappedColumns } from '../elements/unmapped.ts';
import { counted, fit, widthOf } from '../printing/text.ts';

/** `Left over in shop: 2 tables (audit_log, carts), 17 columns`, or `nothing`. */
export function leftCounts(
  title: string,
  side: Unmapped['side'],
  mappings: readonly MultiTaskMappingElement[],
  unmapped: readonly Unmapped[],
  width: number,
): string {
  const tables = unmapped.filter((entry) => entry.side === side && entry.column === undefined);
  const columns = unmappedColumns(side, mappings).length;
  const behind = columns > 0 ? counted(columns, 'column') : '';
  if (tables.length === 0) return `${title}: ${behind || 'nothing'}`;

  const shown = shortNames(side, mappings, unmapped);
  const names = tables.map(({ table }) => fit(shown(table), 40));
  const line = (count: number): string => {
    const rest = count < names.length ? [`${(names.length - count).toLocaleString('en')} more`] : [];
    const listed = count > 0 ? ` (${[...names.slice(0, count), ...rest].join(', ')})` : '';
    return `${title}: ${counted(names.length, 'table')}${listed}${behind && `, ${behind}`}`;
  };
  let fitting = 0;
  while (fitting < names.length && widthOf(line(fitting + 1)) <= width) fitting++;
  return line(fitting);
}
