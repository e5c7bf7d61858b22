/** One row for each pair of tables, the most doubtful first: how well it matches, and its least certain columns. */
import { type MultiTaskMappingElement, withoutCommonSchema } from '../elements/mapping-element.ts';
import type { Terminal } from '../printing/terminal.ts';
import { fit, pad, shared, widthOf } from '../printing/text.ts';
import { bar, shade, sure } from './match-bar.ts';

/** The chance in percent that a column pair is right, by the names of the API; undefined for a pair of other origin. */
export type Certainty = (
  sourceTable: string,
  targetTable: string,
  sourceColumn: string,
  targetColumn: string,
) => number | undefined;

export interface PairRowsOptions {
  certainty: Certainty;
  /** Rows to show at most. */
  most: number;
  /** Lines to spend on columns beyond the one that each row has. */
  spare: number;
  terminal: Terminal;
}

const pairHead = 'table pair';
const matchHead = 'match, columns';
const arrow = ' → ';
const gap = 2;
/** A list of columns is no wider than this where several stand side by side. */
const listWidth = 40;

/** The lines, a head above them. Where there are more pairs than `most`, the surest are left out. */
export function pairRows(mappings: readonly MultiTaskMappingElement[], options: PairRowsOptions): string[] {
  const { terminal, spare } = options;
  const { width, paint } = terminal;
  const rows = rowsOf(mappings, options);
  const widths = widthsOf(rows, width);
  const left = widths.pair + gap + widths.match + gap;
  const lists = listsIn(width - left, longest(rows.flatMap(({ columns }) => columns.map((column) => label(column)))));
  const heights = heightsOf(
    rows.map(({ columns }) => Math.ceil(columns.length / lists.count)),
    spare,
  );
  const head = `${pairHead.padEnd(widths.pair + gap)}${matchHead.padEnd(widths.match + gap)}least certain`;
  return [
    paint('dim', head),
    ...rows.flatMap((row, index) => {
      const first = `${filled(pairText(row, widths, paint), widths.pair + gap)}${matchText(row, widths, paint)}`;
      return Array.from({ length: heights[index] ?? 1 }, (_, line) => {
        const shown = row.columns.slice(line * lists.count, (line + 1) * lists.count);
        const cells = shown.map((column) => cell(column, lists.width, paint)).join(' '.repeat(gap));
        return `${filled(line === 0 ? first : '', left)}${cells}`.trimEnd();
      });
    }),
  ];
}

interface Row {
  readonly source: string;
  readonly target: string;
  readonly percent: number;
  /** `7/8`: source columns that are mapped, of how many. */
  readonly share: string;
  readonly columns: readonly Column[];
}

/** A source column: with a target where it is mapped, with a percentage where that is known. */
interface Column {
  readonly source: string;
  readonly target?: string;
  readonly percent?: number | undefined;
}

function rowsOf(mappings: readonly MultiTaskMappingElement[], { most, certainty }: PairRowsOptions): Row[] {
  const sourceName = withoutCommonSchema(mappings.map((element) => element.source_table ?? ''));
  const targetName = withoutCommonSchema(mappings.map((element) => element.target_table ?? ''));
  return mappings
    .toSorted((a, b) => (a.mapping_percent ?? 0) - (b.mapping_percent ?? 0))
    .slice(0, most)
    .map((element) => ({
      source: fit(sourceName(element.source_table ?? '?')),
      target: fit(targetName(element.target_table ?? '?')),
      percent: element.mapping_percent ?? 0,
      share: shareOf(element),
      columns: columnsOf(element, certainty),
    }));
}

interface Widths {
  readonly source: number;
  readonly target: number;
  readonly bar: number;
  readonly share: number;
  readonly pair: number;
  readonly match: number;
}

function widthsOf(rows: readonly Row[], width: number): Widths {
  const bar = width < 100 ? 4 : 8;
  const share = longest(rows.map((row) => row.share));
  const [source, target] = shared(
    Math.floor(width * 0.4) - arrow.length,
    longest(rows.map((row) => row.source)),
    longest(rows.map((row) => row.target)),
  );
  return {
    source,
    target,
    bar,
    share,
    pair: Math.max(pairHead.length, source + arrow.length + target),
    match: Math.max(matchHead.length, '100 % '.length + bar + 1 + share),
  };
}

function pairText({ source, target }: Row, widths: Widths, paint: Terminal['paint']): string {
  const names = [paint('cyan', pad(source, widths.source)), paint('green', pad(target, widths.target))];
  return names.join(paint('dim', arrow));
}

function matchText({ percent, share }: Row, widths: Widths, paint: Terminal['paint']): string {
  const drawn = paint(shade(percent), bar(percent, widths.bar).padEnd(widths.bar));
  return `${String(percent).padStart(3)} % ${drawn} ${paint('dim', share.padStart(widths.share))}`;
}

/** What somebody should look at comes first: doubtful pairs, then what stays unmapped, then the rest, the surest last. */
function columnsOf(element: MultiTaskMappingElement, certainty: Certainty): Column[] {
  const pairs = (element.mapping ?? []).map((pair) => {
    const source = pair.source_column ?? '?';
    const target = pair.target_column ?? '?';
    return {
      source,
      target,
      percent: certainty(element.source_table ?? '', element.target_table ?? '', source, target),
    };
  });
  const mapped = new Set(pairs.map(({ source }) => source));
  const unmapped = (element.source_columns ?? []).flatMap(({ field_name: source }) =>
    source && !mapped.has(source) ? [{ source }] : [],
  );
  const rank = ({ target, percent = 100 }: Column) => (target === undefined ? sure - 0.5 : percent);
  return [...pairs, ...unmapped].toSorted((a, b) => rank(a) - rank(b));
}

function shareOf({ mapping, source_columns }: MultiTaskMappingElement): string {
  const mapped = mapping?.length ?? 0;
  return `${mapped}/${source_columns?.length ?? mapped}`;
}

/** As many lists side by side as fit, and the width of each. */
function listsIn(room: number, longest: number): { count: number; width: number } {
  const wanted = Math.min(longest, listWidth);
  const count = Math.max(1, Math.floor((room + gap) / (wanted + gap)));
  return { count, width: Math.floor((room + gap) / count) - gap };
}

/** A line for each row; then the spare ones go round, the first rows first, to those that need more. */
function heightsOf(needed: readonly number[], spare: number): number[] {
  const heights = needed.map(() => 1);
  let rest = spare;
  for (let height = 1; rest > 0 && needed.some((lines) => lines > height); height++)
    for (const [index, lines] of needed.entries()) {
      if (lines <= height || rest === 0) continue;
      heights[index] = height + 1;
      rest--;
    }
  return heights;
}

function label({ source, target, percent }: Column, width = Number.POSITIVE_INFINITY): string {
  const behind = percent === undefined ? '' : ` ${percent} %`;
  if (target === undefined) return `${fit(source, width - ' unmapped'.length)} unmapped`;
  const [left, right] = Number.isFinite(width)
    ? shared(width - arrow.length - behind.length, widthOf(fit(source)), widthOf(fit(target)))
    : [width, width];
  return `${fit(source, left)}${source === target ? ' = ' : arrow}${fit(target, right)}${behind}`;
}

function cell(column: Column, width: number, paint: Terminal['paint']): string {
  const text = label(column, width);
  if (column.target === undefined) return filled(paint('dim', text), width);
  if (column.percent === undefined) return filled(text, width);
  const end = `${column.percent} %`;
  return filled(text.slice(0, -end.length) + paint(shade(column.percent), end), width);
}

const filled = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));

/** The width of the longest; there may be more texts than a call takes arguments. */
const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
