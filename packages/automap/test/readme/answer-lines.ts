/** Writes an answer of the matcher in lines, with its own words for everything. */

import { type CatalogMapping, type Table, type WordMatch, wordRelations } from '@roma-fdi/automap';

/** Runners-up below this score are not told. */
const near = 0.3;

export function answerLines({ pairs, unmapped }: CatalogMapping): string {
  const lines = pairs.flatMap((pair) => [
    `${full(pair.source)} → ${full(pair.target)}, ${pair.percent} %: ${pair.reason}${wordsOf(pair.words)}, ${pair.confidence}${tablesNext(pair)}`,
    ...pair.columns.map(
      (column) =>
        `  ${column.source} → ${column.target}: ${column.reason}${wordsOf(column.words)}, ${column.confidence}${columnsNext(column)}`,
    ),
    ...pair.unmappedSourceColumns.map(
      (column) => `  ${column.name} → nothing: ${column.reason}${nearest(column.nearest)}`,
    ),
    ...pair.unmappedTargetColumns.map(
      (column) => `  nothing → ${column.name}: ${column.reason}${nearest(column.nearest)}`,
    ),
  ]);
  const named = (near?: { table: Table; score: number }) => near && { name: full(near.table), score: near.score };
  for (const { table, reason, nearest: other } of unmapped.source)
    lines.push(`${full(table)} → nothing: ${reason}${nearest(named(other))}`);
  for (const { table, reason, nearest: other } of unmapped.target)
    lines.push(`nothing → ${full(table)}: ${reason}${nearest(named(other))}`);
  return lines.map((line) => `${line}\n`).join('');
}

const full = ({ schema, name }: Table): string => (schema === undefined ? name : `${schema}.${name}`);

/** ` (nm is short for name)`. */
function wordsOf(words: readonly WordMatch[]): string {
  const told = words
    .filter(({ relation }) => relation !== 'same')
    .map(({ source, target, relation }) => {
      const swap = relation === 'abbreviation' && source.length > target.length;
      return `${swap ? target : source} ${wordRelations[relation]} ${swap ? source : target}`;
    });
  return told.length > 0 ? ` (${told.join('; ')})` : '';
}

const nearest = (other?: { readonly name: string; readonly score: number }): string =>
  other ? `, the nearest is ${other.name} with ${other.score}` : '';

function next(name: string, rival: number, score: number): string {
  return rival < near ? '' : `; next ${name} with ${rival} to ${score}`;
}

function tablesNext({ source, score, runnersUp: [first] }: CatalogMapping['pairs'][number]): string {
  if (!first) return '';
  return next(first.source === source ? full(first.target) : full(first.source), first.score, score);
}

function columnsNext({
  source,
  score,
  runnersUp: [first],
}: CatalogMapping['pairs'][number]['columns'][number]): string {
  if (!first) return '';
  return next(first.source === source ? first.target : first.source, first.score, score);
}
