/** What a command line of `npm run automap` asks for, as text. */
import { mapCatalogsInWorker, type WorkerMapOptions } from '@roma-fdi/automap/worker';
import type { Command } from './arguments/command-line.ts';
import type { Catalogs } from './catalogs/catalogs.ts';
import { readCatalog } from './catalogs/read-catalog.ts';
import { chosenTables } from './decisions/chosen-tables.ts';
import { readDecisions } from './decisions/decisions.ts';
import { elementsOf, leftOutOf } from './elements/catalog-mapping.ts';
import { jsonAnswer } from './elements/json-answer.ts';
import { createExplain } from './explaining/explain.ts';
import { findAll, oneSubject } from './explaining/find-subject.ts';
import { progressLine } from './printing/progress-line.ts';
import { terminalOf } from './printing/terminal.ts';
import { mappingTable } from './tables/mapping-table.ts';
import { unmappedList } from './tables/unmapped-list.ts';

/** @returns The mapping, or what is explained, without a line feed at its end. */
export async function answer(command: Command): Promise<string> {
  const [source, target] = await Promise.all([readCatalog(command.source), readCatalog(command.target)]);
  const catalogs = { source, target };
  // A name that fits nothing is told before any work is done.
  const named = command.explain?.map((name) => [name, findAll(name, catalogs)] as const);
  const mapping = await mapped(catalogs, await mapOptions(command, catalogs));
  if (command.json) return JSON.stringify(jsonAnswer(mapping));
  const terminal = terminalOf(process.stdout);
  if (named) {
    const subjects = named.map(([name, found]) => oneSubject(name, found, mapping));
    return subjects.map(createExplain(mapping, terminal)).join('\n\n');
  }
  const elements = elementsOf(mapping);
  const unmapped = leftOutOf(mapping);
  const names = { source: 'source', target: 'target' };
  return [
    mappingTable(elements, { ...names, unmapped, terminal }),
    unmappedList(elements, { ...names, unmapped, terminal }),
  ].join('\n\n');
}

async function mapOptions(command: Command, catalogs: Catalogs): Promise<WorkerMapOptions> {
  const { exact, strictness, prefix, suffix, decisions } = command;
  const sourceTables = chosenTables('--source-tables', command.sourceTables, catalogs.source.tables);
  const targetTables = chosenTables('--target-tables', command.targetTables, catalogs.target.tables);
  return {
    ...(exact && { exactNames: true }),
    ...(strictness !== undefined && { strictness }),
    ...(prefix !== undefined && { tablePrefix: prefix }),
    ...(suffix !== undefined && { tableSuffix: suffix }),
    ...(sourceTables && { sourceTables }),
    ...(targetTables && { targetTables }),
    ...(decisions !== undefined && (await readDecisions(decisions, catalogs))),
  };
}

async function mapped({ source, target }: Catalogs, options: WorkerMapOptions) {
  const line = progressLine('Mapping', process.stderr);
  try {
    return await mapCatalogsInWorker(source, target, { ...options, onProgress: line.show });
  } finally {
    line.clear();
  }
}
