/** Pairs the columns of two paired tables, each column at most once, those with the closest names first. */

import type { Column, Table } from './catalog.ts';
import { groupBy } from './group.ts';
import type { ColumnPair, UnmappedColumn } from './mapping.ts';
import { inForm, nameForms } from './name-forms.ts';
import { compareText } from './order.ts';
import type { PreparedColumn, PreparedTable } from './prepare.ts';
import { classPairs, type TypeClass, typeClass } from './type-class.ts';

/** How certain a pair of columns is by its reason in a certain pair of tables, 0 to 100. */
const certainties = { 'same-name': 100, 'folded-name': 98, 'bare-name': 85 } as const;

/** What the columns of a table pair come to. */
export interface ColumnMapping {
  readonly columns: ColumnPair[];
  readonly unmappedSourceColumns: UnmappedColumn[];
  readonly unmappedTargetColumns: UnmappedColumn[];
}

/** Pairs columns; `certainty`, 0 to 100, is that of the table pair and bounds every confidence. Linear in the columns. */
export function pairColumns(
  source: PreparedTable<Table>,
  target: PreparedTable<Table>,
  certainty: number,
): ColumnMapping {
  const pairs = new Map<PreparedColumn, ColumnPair>();
  const openSources = new Set(source.columns);
  const openTargets = new Set(target.columns);
  for (const form of nameForms) {
    const confidence = Math.floor((certainty * certainties[form.reason]) / 100) / 100;
    const targets = groupBy(openTargets, (column) => inForm(column, form.target));
    for (const [name, sources] of groupBy(openSources, (column) => inForm(column, form.source))) {
      for (const [s, t] of zipByType(sources, targets.get(name) ?? [], source.table, target.table)) {
        pairs.set(s, { source: s.name, target: t.name, confidence, reason: form.reason, words: [], runnersUp: [] });
        openSources.delete(s);
        openTargets.delete(t);
      }
    }
  }
  return {
    columns: source.columns.flatMap((column) => pairs.get(column) ?? []),
    unmappedSourceColumns: unmapped(source, openSources, target.keys),
    unmappedTargetColumns: unmapped(target, openTargets, source.keys),
  };
}

/** Pairs columns of equal names: the best-fitting type classes first, by name within a class. The type excludes no pair. */
function zipByType(sources: PreparedColumn[], targets: PreparedColumn[], source: Table, target: Table) {
  const pairs: (readonly [PreparedColumn, PreparedColumn])[] = [];
  if (sources.length === 1 && targets.length === 1) pairs.push([sources[0]!, targets[0]!]);
  else if (sources.length > 0 && targets.length > 0) {
    const sourceQueues = queuesByClass(sources, source.columns);
    const targetQueues = queuesByClass(targets, target.columns);
    for (const [sourceClass, targetClass] of classPairs) {
      const from = sourceQueues.get(sourceClass) ?? [];
      const to = targetQueues.get(targetClass) ?? [];
      while (from.length > 0 && to.length > 0) pairs.push([from.pop()!, to.pop()!]);
    }
  }
  return pairs;
}

/** The columns of each class, the first in code-unit order at the end, where it is taken from. */
function queuesByClass(columns: readonly PreparedColumn[], all: readonly Column[]): Map<TypeClass, PreparedColumn[]> {
  const sorted = columns.toSorted((a, b) => compareText(b.name, a.name));
  return groupBy(sorted, (column) => typeClass(all[column.position]!));
}

function unmapped(
  table: PreparedTable<Table>,
  open: ReadonlySet<PreparedColumn>,
  others: ReadonlySet<string>,
): UnmappedColumn[] {
  const left = new Map(table.setAside);
  for (const { position, folded, bare } of open) {
    left.set(position, others.has(folded) || others.has(bare) ? 'counterpart-taken' : 'no-counterpart');
  }
  return [...left]
    .sort(([a], [b]) => a - b)
    .map(([position, reason]) => ({ name: table.table.columns[position]!.name, reason }));
}
