/** Gathers what the matcher reads its confidences from, with the answer to whether each pair was right. */

import { columnFeatures, provenConfidence, tableFeatures } from '../../src/answer/confidence.ts';
import { rankRivals } from '../../src/answer/rivals.ts';
import type { ChosenColumns } from '../../src/columns/choose.ts';
import type { Match } from '../../src/columns/pair-columns.ts';
import { matchCatalogs } from '../../src/map-catalogs.ts';
import { createTwins } from '../../src/rules/twins.ts';
import type { Side } from '../../src/sides/side.ts';
import { tuning } from '../../src/tuning.ts';
import { createJudge } from './score.ts';
import type { SchemaPair } from './sets.ts';

/** What a weight belongs to, in the order of the features. */
export const featureNames = {
  table: ['constant', 'value', 'margin', 'agreeing', 'lacks word'],
  column: ['constant', 'value', 'margin', 'table odds', 'equal name'],
} as const;

export interface MatchedTables {
  readonly right: boolean;
  readonly features: readonly number[];
  /** The confidence that names alone prove. */
  readonly proven: number | undefined;
  /** The share of the chance that rivals leave. */
  readonly share: number;
  readonly sourceColumns: number;
  readonly columns: readonly MatchedColumns[];
}

export interface MatchedColumns {
  /** undefined where it does not count */
  readonly right: boolean | undefined;
  /** Whether a proven table pair proves it. */
  readonly sameName: boolean;
  /** @param table the confidence of the table pair */
  features(table: number): readonly number[];
}

/** What was matched in a schema pair. */
export interface PairFeatures extends Pick<SchemaPair, 'set' | 'name' | 'tier'> {
  /** The table pairs that count. */
  readonly tables: readonly MatchedTables[];
  /** How many column pairs are known. */
  readonly knownColumns: number;
}

export function gatherFeatures({ set, name, tier, source, target, truth }: SchemaPair): PairFeatures {
  const judge = createJudge(truth);
  const { prepared, matching } = matchCatalogs(source, target, {}, tuning);
  const [from, to] = [prepared.source, prepared.target];
  const { tableWords, tableNames } = matching.comparisons;
  const rivals = rankRivals(matching.cells);
  const lacksWord = createTwins(from, to, prepared.forms, tableWords, tableNames);

  const tables = matching.matches
    .filter(({ cell }) => judge.isJudged(from.tables[cell.row]!.table.name))
    .map((match): MatchedTables => {
      const { row, column } = match.cell;
      const [sourceTable, targetTable] = [from.tables[row]!.table, to.tables[column]!.table];
      return {
        right: judge.table(sourceTable.name, targetTable.name),
        features: tableFeatures(match, rivals.of(match.cell), lacksWord(row, column)),
        proven: provenConfidence(match, from, to),
        share: 1 / (1 + rivals.ties(match.cell)),
        sourceColumns: sourceTable.columns.length,
        columns: match.columns.chosen.map((chosen) => matchedColumns(match, chosen)),
      };
    });
  return { set, name, tier, tables, knownColumns: judge.columns };

  function matchedColumns({ cell }: Match, chosen: ChosenColumns): MatchedColumns {
    return {
      right: judge.column(
        from.tables[cell.row]!.table.name,
        nameOf(from, chosen.row),
        to.tables[cell.column]!.table.name,
        nameOf(to, chosen.column),
      ),
      sameName: chosen.equal === 'same-name',
      features: (table) => columnFeatures(chosen, table),
    };
  }
}

function nameOf({ tables, columns }: Side, column: number): string {
  return tables[columns.table[column]!]!.table.columns[columns.position[column]!]!.name;
}
