/** Why the matcher proposes a pair, as the store keeps it. */
import type { TablePair, UnmappedColumn } from '@roma-fdi/automap';
import type { CatalogTable } from '@roma-fdi/databases';
import { type ColumnLeft, type TableRunnerUp, writeReasons } from '../store/reasons.ts';

/** Positions of columns in their table, by name. */
type Positions = ReadonlyMap<string, number>;

export function reasonsOf(pair: TablePair<CatalogTable, CatalogTable>, from: Positions, to: Positions): string {
  return writeReasons({
    rule: pair.reason,
    confidence: thousandths(pair.confidence),
    runnersUp: pair.runnersUp.map(({ source, target, score }): TableRunnerUp => {
      const side = source === pair.source ? 'target' : 'source';
      const { schema, name } = side === 'target' ? target : source;
      return { side, schema, table: name, score: thousandths(score) };
    }),
    columns: pair.columns.map(({ reason, confidence, runnersUp }) => ({
      rule: reason,
      confidence: thousandths(confidence),
      runnersUp: runnersUp.map(
        ({ source, target, score }) => [from.get(source)!, to.get(target)!, thousandths(score)] as const,
      ),
    })),
    unmapped: {
      source: pair.unmappedSourceColumns.map((column) => leftColumn(column, from, to)),
      target: pair.unmappedTargetColumns.map((column) => leftColumn(column, to, from)),
    },
  });
}

function leftColumn({ name, reason, nearest }: UnmappedColumn, own: Positions, other: Positions): ColumnLeft {
  const column = own.get(name)!;
  return nearest
    ? { column, reason, nearest: [other.get(nearest.name)!, thousandths(nearest.score)] }
    : { column, reason };
}

/** Confidences and scores have three decimals. */
export const thousandths = (value: number): number => Math.round(1000 * value);
