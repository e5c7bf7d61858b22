/** Draws the mapping between two databases as a table: one row for each table pair, its columns beside it. */

import { type MappingInfo, type MultiTaskMappingElement, withoutCommonSchema } from '../elements/mapping-element.ts';
import type { Unmapped } from '../elements/unmapped.ts';
import type { Terminal } from '../printing/terminal.ts';
import { counted, fit, pad, shared, widthOf } from '../printing/text.ts';
import { type Cell, drawGrid } from './grid.ts';
import { bar, shade } from './match-bar.ts';

export interface MappingTableOptions {
  /** Name of the source database, for the head of the table. */
  source: string;
  /** Name of the destination database. */
  target: string;
  /** Number of mappings that there are, where `mappings` holds only the first of them. Default: all are shown. */
  total?: number;
  /** Tables that are in no pair, as in the elements: a schema is left out only where all tables of a side have it. Default: none. */
  unmapped?: readonly Pick<Unmapped, 'side' | 'table'>[];
  /** Writes each column's type behind its name. Default: false. */
  types?: boolean;
  terminal: Terminal;
}

const barWidth = 8;
/** ` 87 % ` and the bar. */
const matchWidth = 6 + barWidth;
/** What the lines of a grid of three columns take, with the blanks beside them. */
const frameWidth = 10;
const arrowWidth = 3;
const gap = 3;

/** The table, without a line feed at its end. `=` stands between columns of one name, `→` between others. */
export function mappingTable(mappings: readonly MultiTaskMappingElement[], options: MappingTableOptions): string {
  const { width, paint } = options.terminal;
  const others = (of: Unmapped['side']) =>
    (options.unmapped ?? []).filter(({ side }) => side === of).map(({ table }) => table);
  const sourceName = withoutCommonSchema([
    ...mappings.map((element) => element.source_table ?? ''),
    ...others('source'),
  ]);
  const targetName = withoutCommonSchema([
    ...mappings.map((element) => element.target_table ?? ''),
    ...others('target'),
  ]);
  const names = mappings.map((element) => ({
    source: fit(sourceName(element.source_table ?? '?')),
    target: fit(targetName(element.target_table ?? '?')),
  }));
  const title = `${fit(options.source)} → ${fit(options.target)}`;
  const longest = Math.max(
    widthOf(title),
    ...names.map(({ source }) => widthOf(source)),
    ...names.map(({ target }) => widthOf(target) + 2),
  );
  const tablesWidth = Math.min(longest, Math.floor(width * 0.3) - 2);
  const columnsWidth = width - tablesWidth - matchWidth - frameWidth;

  const head = [fit(title, tablesWidth), 'match', 'columns'].map((text) => [paint('bold', text)]);
  const rows = mappings.map((element, index) => [
    [
      paint('cyan', fit(names[index]?.source ?? '', tablesWidth)),
      `${paint('dim', '→')} ${paint('green', fit(names[index]?.target ?? '', tablesWidth - 2))}`,
    ],
    matchCell(element, paint),
    columnsCell(element, columnsWidth, options),
  ]);
  const grid = drawGrid([head, ...rows], [tablesWidth, matchWidth, columnsWidth], paint);
  return `${grid}\n${summary(mappings, options)}`;
}

/** Percent and bar, and below them how many of the source's columns are in a pair. */
function matchCell(element: MultiTaskMappingElement, paint: Terminal['paint']): Cell {
  const percent = element.mapping_percent ?? 0;
  const mapped = element.mapping?.length ?? 0;
  return [
    `${String(percent).padStart(3)} % ${paint(shade(percent), bar(percent, barWidth))}`,
    paint('dim', `${mapped} of ${element.source_columns?.length ?? mapped}`),
  ];
}

/** The pairs from top to bottom, in as many lists side by side as fit, their arrows one below the other. */
function columnsCell(element: MultiTaskMappingElement, width: number, { types, terminal }: MappingTableOptions): Cell {
  const pairs = (element.mapping ?? []).map((pair) => labels(pair, types ?? false));
  const longest = (side: 'source' | 'target') => Math.max(0, ...pairs.map((pair) => widthOf(pair[side])));
  const [sourceWidth, targetWidth] = shared(width - arrowWidth, longest('source'), longest('target'));
  const lists = Math.max(1, Math.floor((width + gap) / (sourceWidth + arrowWidth + targetWidth + gap)));
  const height = Math.ceil(pairs.length / lists);

  const cells = pairs.map(({ source, target, same }) => {
    const arrow = terminal.paint('dim', same ? ' = ' : ' → ');
    return pad(source, sourceWidth) + arrow + pad(target, targetWidth);
  });
  return Array.from({ length: height }, (_, line) =>
    cells.filter((_cell, index) => index % height === line).join(' '.repeat(gap)),
  );
}

function labels(pair: MappingInfo, types: boolean) {
  const typed = (name: string, type?: string | null, length?: string | null) =>
    fit(types && type ? `${fit(name)} ${type}${length && length !== '0' ? `(${length})` : ''}` : name);
  const source = pair.source_column ?? '?';
  const target = pair.target_column ?? '?';
  return {
    source: typed(source, pair.source_column_type, pair.source_column_length),
    target: typed(target, pair.target_column_type, pair.target_column_length),
    same: source === target,
  };
}

function summary(mappings: readonly MultiTaskMappingElement[], { total, terminal }: MappingTableOptions): string {
  const columns = mappings.reduce((sum, { mapping }) => sum + (mapping?.length ?? 0), 0);
  const statuses = Map.groupBy(mappings, ({ status }) => status ?? '?');
  const status = [...statuses].map(([name, { length }]) => `${length} ${fit(name)}`).join(', ');
  const more = total !== undefined && total > mappings.length ? ` (the first of ${total})` : '';
  const counts = `${counted(mappings.length, 'table pair')}${more}, ${counted(columns, 'column pair')}`;
  return terminal.paint('dim', `${counts}; status: ${status || 'none'}`);
}
