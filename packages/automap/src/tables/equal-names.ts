/** Finds tables of equal names: they are paired before likeness is asked. */

import { groupBy } from '../group.ts';
import type { Side, SideTable } from '../sides/side.ts';

/** Schemas that stand for no schema in particular, in which a table is looked for first. */
export const defaultSchemas: ReadonlySet<string> = new Set(['public', 'main', 'dbo']);

/** Where more tables of one name meet, only their schemas tell them apart. */
const mostComparisons = 1024;

/** Two tables of equal names; the higher the rank, the more equal. */
export interface EqualTables {
  readonly row: number;
  readonly column: number;
  /** 6 to 4: the names are equal character for character, in one schema, in schemas that do not differ in kind, in others; 3 to 1: folded. */
  readonly rank: number;
}

export interface EqualNames {
  readonly pairs: readonly EqualTables[];
  /** Tables that meet too many others of their name. */
  readonly crowdedSources: ReadonlySet<number>;
  readonly crowdedTargets: ReadonlySet<number>;
}

export function findEqualNames(source: Side, target: Side): EqualNames {
  const pairs: EqualTables[] = [];
  const crowdedSources = new Set<number>();
  const crowdedTargets = new Set<number>();
  // Names of which nothing is left when they are folded are equal by themselves, and have numbers below 0 here.
  const key = (table: SideTable): number => (table.folded >= 0 ? table.folded : -1 - table.name);
  const numbers = (side: Side): number[] => side.tables.map((_, at) => at);
  const targets = groupBy(numbers(target), (at) => key(target.tables[at]!));
  for (const [name, rows] of groupBy(numbers(source), (at) => key(source.tables[at]!))) {
    const columns = targets.get(name) ?? [];
    const offer = (row: number, column: number): void => {
      pairs.push({ row, column, rank: rankOf(source.tables[row]!, target.tables[column]!) });
    };
    if (rows.length * columns.length <= mostComparisons) {
      for (const row of rows) for (const column of columns) offer(row, column);
      continue;
    }
    // Only tables of the same schema meet, and of these only if they are few.
    const schema = (side: Side) => (at: number) => side.tables[at]!.foldedSchema;
    const inSchema = groupBy(columns, schema(target));
    for (const [own, some] of groupBy(rows, schema(source))) {
      const others = inSchema.get(own) ?? [];
      if (some.length * others.length <= mostComparisons)
        for (const row of some) for (const column of others) offer(row, column);
    }
    for (const row of rows) crowdedSources.add(row);
    for (const column of columns) crowdedTargets.add(column);
  }
  return { pairs, crowdedSources, crowdedTargets };
}

function rankOf(a: SideTable, b: SideTable): number {
  const schemas = a.schema === b.schema ? 2 : a.foldedSchema === b.foldedSchema || isPlain(a, b) ? 1 : 0;
  return (a.name === b.name ? 4 : 1) + schemas;
}

/** A catalog without schemas, or the default schema of one engine and that of another, tell nothing apart. */
function isPlain(a: SideTable, b: SideTable): boolean {
  return a.schema === '' || b.schema === '' || (defaultSchemas.has(a.schema) && defaultSchemas.has(b.schema));
}
