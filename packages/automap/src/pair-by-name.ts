/** Pairs tables whose names are equal in some form. Columns decide only between tables of equal names. */

import type { Table } from './catalog.ts';
import type { Evidence } from './evidence.ts';
import { groupBy } from './group.ts';
import { type Candidate, type Link, type Open, takeBest } from './link.ts';
import { inForm, type Named, nameForms } from './name-forms.ts';
import type { PreparedTable, Side } from './prepare.ts';

/** So many pairs of tables of one name are compared; where there are more, only their schemas tell them apart. */
const mostComparisons = 1024;

/** How certain a pair of tables is by its reason, 0 to 100. */
const certainties = { 'same-name': 100, 'folded-name': 98, 'bare-name': 94 } as const;

/** Equal names in equal schemas come before equal names alone. */
const scopes: readonly ((table: PreparedTable<Table>) => string)[] = [
  (table) => table.schema,
  (table) => table.foldedSchema,
  () => '',
];

/** Links tables of equal names and closes them. */
export function pairByName<S extends Table, T extends Table>(
  source: Side<S>,
  target: Side<T>,
  open: Open<S, T>,
  evidence: Evidence,
): Link<S, T>[] {
  const passes = nameForms.flatMap((form) => scopes.map((scope) => ({ form, scope })));
  return passes.flatMap(({ form, scope }) => {
    const certainty = certainties[form.reason];
    const key = (table: PreparedTable<Table>, by: keyof Named) => within(scope(table), inForm(table, by));
    const targets = groupBy(target.tables, (table) => key(table, form.target));
    return [...groupBy(source.tables, (table) => key(table, form.source))].flatMap(([name, sources]) =>
      takeBest(compare(sources, targets.get(name) ?? [], open, evidence), open).map(({ source, target, faith }) => {
        return { source, target, reason: form.reason, certainty: certainty * faith };
      }),
    );
  });
}

/** Every source with every target of one name, unless none is open or they are too many. Paired ones remain as rivals. */
function compare<S extends Table, T extends Table>(
  sources: readonly PreparedTable<S>[],
  targets: readonly PreparedTable<T>[],
  open: Open<S, T>,
  evidence: Evidence,
): Candidate<S, T>[] {
  if (sources.length * targets.length > mostComparisons) return [];
  if (!sources.some((table) => open.sources.has(table)) || !targets.some((table) => open.targets.has(table))) return [];
  const contested = sources.length > 1 || targets.length > 1;
  return sources.flatMap((source) =>
    targets.map((target) => ({ source, target, overlap: contested ? evidence.overlap(source, target) : 1 })),
  );
}

/** One text for schema and name that no other schema and name have. */
function within(schema: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${schema.length}:${schema}${name}`;
}
