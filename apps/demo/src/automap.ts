/** `npm run automap`: maps two catalogs, files or databases, and prints the mapping for people or as JSON. */

import { parseArgs } from 'node:util';
import { mapCatalogs, tableReasons } from '@roma-fdi/automap';
import { elementsOf, leftOutOf } from './catalog-mapping.ts';
import { mappingTable } from './mapping-table.ts';
import { CatalogFileError, readCatalog } from './read-catalog.ts';
import { terminalOf } from './terminal.ts';
import { unmappedList } from './unmapped-list.ts';

const help = `npm run automap: maps the tables and columns of two databases by their catalogs

Usage: npm run --silent automap -- SOURCE TARGET [--json] [--explain]

  SOURCE, TARGET   a catalog file (JSON), an SQLite database, or postgres://user:password@host:port/database
  --json           one JSON object with \`mappings\` on standard output, and nothing else there
  --explain        why each pair of tables was proposed
  --help           this text

Exit codes: 0 mapped, 1 a catalog cannot be read, 2 the command line cannot be used.`;

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function commandLine() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean' }, explain: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    return stop(`${(error as Error).message}\nTry --help.`, 2);
  }
}

const { values, positionals } = commandLine();
if (values.help) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}
const [source, target, ...more] = positionals;
if (source === undefined || target === undefined || more.length > 0)
  stop('Give two catalogs, the source and the target. Try --help.', 2);

try {
  const [from, to] = await Promise.all([readCatalog(source), readCatalog(target)]);
  const mapping = mapCatalogs(from, to);
  const mappings = elementsOf(mapping);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ mappings })}\n`);
  } else {
    const terminal = terminalOf(process.stdout);
    const names = { source: 'source', target: 'target' };
    const parts = [
      mappingTable(mappings, { ...names, terminal }),
      unmappedList(mappings, { ...names, unmapped: leftOutOf(mapping), terminal }),
    ];
    if (values.explain)
      parts.push(
        mapping.pairs
          .map((pair) => `${pair.source.name} -> ${pair.target.name}: ${tableReasons[pair.reason]}`)
          .join('\n'),
      );
    process.stdout.write(`${parts.join('\n\n')}\n`);
  }
} catch (error) {
  if (error instanceof CatalogFileError) stop(error.message, 1);
  throw error;
}
