/** Lists what a mapping leaves out, on either side, with the reasons, in few lines. */
import type { MultiTaskMappingElement } from '../elements/mapping-element.ts';
import { shortNames, type Unmapped, unmappedColumns } from '../elements/unmapped.ts';
import type { Terminal } from '../printing/terminal.ts';
import { counted, fit, widthOf } from '../printing/text.ts';

export interface UnmappedListOptions {
  /** Name of the source database. */
  source: string;
  /** Name of the destination database. */
  target: string;
  /** What is known to be left out and why: all unmapped tables, and those columns that have a reason of their own. */
  unmapped: readonly Unmapped[];
  /** Names listed for each reason before `and N more`. Default: 40. */
  most?: number;
  terminal: Terminal;
}

/** The reason of columns for which none is given. */
const noCounterpart = 'no counterpart found';

/**
 * The list, without a line feed at its end; one sentence when nothing is left out.
 *
 * Columns come from the elements themselves: a column of the source that is in no pair of its table, and a column of the
 * destination that none of the tables mapped to it fills.
 */
export function unmappedList(mappings: readonly MultiTaskMappingElement[], options: UnmappedListOptions): string {
  const sections = [
    section(`Left over in ${fit(options.source)}`, 'source', mappings, options),
    section(`Left empty in ${fit(options.target)}`, 'target', mappings, options),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return 'Every table and every column of both sides is mapped.';
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function section(
  title: string,
  side: Unmapped['side'],
  mappings: readonly MultiTaskMappingElement[],
  { unmapped, most = 40, terminal }: UnmappedListOptions,
): string[] {
  const given = unmapped.filter((entry) => entry.side === side);
  const tables = given.filter(({ column }) => column === undefined);
  const keyOf = (table: string, column?: string) => JSON.stringify([table, column]);
  const reasons = new Map(given.map(({ table, column, reason }) => [keyOf(table, column), reason]));
  const columns = unmappedColumns(side, mappings).map(({ table, column }) => ({
    table,
    column,
    reason: reasons.get(keyOf(table, column)) ?? noCounterpart,
  }));
  if (tables.length + columns.length === 0) return [];

  const shown = shortNames(side, mappings, unmapped);
  const counts = [
    tables.length && counted(tables.length, 'table'),
    columns.length && counted(columns.length, 'column'),
  ];
  return [
    `${terminal.paint('bold', title)} ${terminal.paint('dim', `(${counts.filter(Boolean).join(', ')})`)}`,
    ...[...Map.groupBy(tables, ({ reason }) => reason)].flatMap(([reason, entries]) =>
      paragraph(
        reason,
        entries.map(({ table }) => fit(shown(table))),
        most,
        terminal,
      ),
    ),
    ...[...Map.groupBy(columns, ({ reason }) => reason)].flatMap(([reason, entries]) =>
      paragraph(
        reason,
        entries.map(({ table, column }) => `${fit(shown(table))}.${fit(column)}`),
        most,
        terminal,
      ),
    ),
  ];
}

/** The reason, and below it the names, broken between names. */
function paragraph(reason: string, names: string[], most: number, { width, paint }: Terminal): string[] {
  const words = names.slice(0, most).map((name, index, all) => (index < all.length - 1 ? `${name},` : name));
  if (names.length > most) words.push(`and ${names.length - most} more`);
  const lines = [''];
  for (const word of words.map((name) => fit(name, width - 4))) {
    const line = lines.at(-1) ?? '';
    if (line && widthOf(line) + 1 + widthOf(word) > width - 4) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return [`  ${paint('yellow', `${fit(reason, width - 3)}:`)}`, ...lines.map((line) => `    ${line}`)];
}
