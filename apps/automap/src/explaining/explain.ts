/** Says in words why a table or a column is mapped as it is, or is not. */
import {
  type CatalogMapping,
  type ColumnPair,
  columnReasons,
  type Table,
  type TablePair,
  tableReasons,
  type UnmappedColumn,
  unmappedColumnReasons,
  unmappedTableReasons,
} from '@roma-fdi/automap';
import type { Named, Side } from '../catalogs/catalogs.ts';
import { wireName } from '../catalogs/catalogs.ts';
import type { Terminal } from '../printing/terminal.ts';
import { counted, fit } from '../printing/text.ts';
import { typeWords } from './type-words.ts';
import { inHundredths, inPercent, type Rival, rivalWords, whyWords } from './why-words.ts';

/** Answers of one mapping. */
export type Explain = (subject: readonly Named[]) => string;

/**
 * @returns A function that says of a table or a column, or of one of either side that are paired with each other, why it is
 * mapped as it is: a sentence for each of its pairs, or why there is none; below it, indented, what else was considered; and
 * for a table each of its columns. The lines have no line feed at the end, hold no control characters and are not cut.
 */
export function createExplain(mapping: CatalogMapping, { paint }: Terminal): Explain {
  const nameOf = { source: namer('source', mapping), target: namer('target', mapping) };
  const bold = (text: string) => paint('bold', text);

  function ofTables(subject: readonly Named[]): string[] {
    const has = (side: Side, table: Table) => subject.some((named) => named.side === side && named.table === table);
    const pairs = mapping.pairs.filter((pair) => has('source', pair.source) || has('target', pair.target));
    if (pairs.length > 0) return pairs.flatMap((pair) => [...ofPair(pair), ...indented(ofItsColumns(pair))]);
    return subject.map(({ side, table }) => unmappedTable(side, table));
  }

  function ofPair(pair: TablePair): string[] {
    return [
      tableSentence(pair),
      ...indented([
        ...considered(rivalsOfTables(pair)),
        `${pair.columns.length} of ${counted(pair.source.columns.length, 'column')} paired, mapping_percent ${pair.percent}`,
      ]),
    ];
  }

  function tableSentence(pair: TablePair): string {
    const why = whyWords(pair.source.name, pair.target.name, [pair.reason, tableReasons[pair.reason]], pair.words);
    const parts = [...why, rivalWords('table', rivalsOfTables(pair), pair.score)];
    const names = bold(`${nameOf.source(pair.source)} → ${nameOf.target(pair.target)}`);
    return `${names}, ${inPercent(pair.confidence)}: ${parts.join(', ')}`;
  }

  function rivalsOfTables(pair: TablePair): Rival[] {
    return pair.runnersUp.map(({ source, target, score }) => ({
      name: source === pair.source ? nameOf.target(target) : `${nameOf.source(source)} → ${nameOf.target(target)}`,
      score,
    }));
  }

  function unmappedTable(side: Side, table: Table): string {
    const entries = side === 'source' ? mapping.unmapped.source : mapping.unmapped.target;
    const entry = entries.find((unmapped) => unmapped.table === table);
    const other = side === 'source' ? nameOf.target : nameOf.source;
    const nearest = entry?.nearest && { name: other(entry.nearest.table), score: entry.nearest.score };
    const why = entry ? unmappedTableReasons[entry.reason] : 'no pair of it was found';
    return unmappedSentence(bold(nameOf[side](table)), side, why, nearest);
  }

  function ofColumn({ side, table, column = '' }: Named): string[] {
    const name = bold(`${nameOf[side](table)}.${fit(column)}`);
    const pairs = mapping.pairs.filter((pair) => pair[side] === table);
    if (pairs.length === 0)
      return [unmappedSentence(name, side, 'its table is in no pair'), `  ${unmappedTable(side, table)}`];
    const mapped = pairs.flatMap((pair) =>
      pair.columns.flatMap((each) => (each[side] === column ? [...ofColumnPair(each, pair)] : [])),
    );
    if (mapped.length > 0) return mapped;
    return pairs.flatMap((pair) => {
      const entries = side === 'source' ? pair.unmappedSourceColumns : pair.unmappedTargetColumns;
      const sentences = entries.flatMap((each) => (each.name === column ? [unmappedColumn(name, side, each)] : []));
      return [...new Set(sentences), `  in ${tableSentence(pair)}`];
    });
  }

  function ofColumnPair(column: ColumnPair, pair: TablePair): string[] {
    const source = `${nameOf.source(pair.source)}.${fit(column.source)}`;
    const target = `${nameOf.target(pair.target)}.${fit(column.target)}`;
    return [
      columnSentence(bold(`${source} → ${target}`), column, pair),
      ...indented([...considered(rivalsOfColumns(column)), `in ${tableSentence(pair)}`]),
    ];
  }

  return (subject) => {
    const column = subject.find((named) => named.column !== undefined);
    return (column ? ofColumn(column) : ofTables(subject)).join('\n');
  };
}

/** Each column of a pair in one line. */
function ofItsColumns(pair: TablePair): string[] {
  return [
    ...pair.columns.map((each) => columnSentence(`${fit(each.source)} → ${fit(each.target)}`, each, pair)),
    ...pair.unmappedSourceColumns.map((each) => unmappedColumn(fit(each.name), 'source', each)),
    ...pair.unmappedTargetColumns.map((each) => unmappedColumn(fit(each.name), 'target', each)),
  ];
}

/** `mail → email_address, 93: mail is a part of email_address, both are text, no other column comes near`. */
function columnSentence(names: string, column: ColumnPair, pair: TablePair): string {
  const types = typeWords(
    pair.source.columns.find(({ name }) => name === column.source),
    pair.target.columns.find(({ name }) => name === column.target),
  );
  const parts = [
    ...whyWords(column.source, column.target, [column.reason, columnReasons[column.reason]], column.words),
    ...(types === undefined ? [] : [types]),
    rivalWords('column', rivalsOfColumns(column), column.score),
  ];
  return `${names}, ${inPercent(column.confidence)}: ${parts.join(', ')}`;
}

function rivalsOfColumns(column: ColumnPair): Rival[] {
  return column.runnersUp.map(({ source, target, score }) => ({
    name: source === column.source ? fit(target) : `${fit(source)} → ${fit(target)}`,
    score,
  }));
}

function unmappedColumn(name: string, side: Side, { reason, nearest }: UnmappedColumn): string {
  return unmappedSentence(
    name,
    side,
    unmappedColumnReasons[reason],
    nearest && { ...nearest, name: fit(nearest.name) },
  );
}

function unmappedSentence(name: string, side: Side, why: string, nearest?: Rival): string {
  const place = side === 'source' ? 'goes nowhere' : 'is fed by nothing';
  const next = nearest ? `; the nearest is ${nearest.name}, ${inHundredths(nearest.score)}` : '';
  return `${name} ${place}: ${why}${next}`;
}

const considered = (rivals: readonly Rival[]): string[] =>
  rivals.map(({ name, score }) => `considered: ${name}, ${inHundredths(score)}`);

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Names the tables of a side; without the schema where all of them have the same one. */
function namer(side: Side, { pairs, unmapped }: CatalogMapping): (table: Table) => string {
  const tables = [...pairs.map((pair) => pair[side]), ...unmapped[side].map(({ table }) => table)];
  const several = new Set(tables.map(({ schema }) => schema)).size > 1;
  return (table) => fit(several ? wireName(table) : table.name);
}
