/** Turns the tables of both sides into what the matcher compares. */

import type { Table } from '../catalog.ts';
import { createCompounds } from '../names/compounds.ts';
import { createForms, type Forms } from '../names/forms.ts';
import { createLexicon, type Lexicon } from '../names/lexicon.ts';
import { createNameBook } from '../names/name-book.ts';
import { createFormCutter, mostlyRunTogether } from '../names/name-forms.ts';
import { createPhrases } from '../names/phrases.ts';
import { createStripper } from '../names/strip.ts';
import type { WordLists } from '../names/word-lists.ts';
import type { Tuning } from '../tuning.ts';
import { findPrefixes, type ReadSide, readSide, type SideInput, sortSide } from './read-side.ts';
import { findReferences } from './references.ts';
import type { Side, SideTable } from './side.ts';

/** Both sides, and the words and forms that they share. */
export interface Prepared<S extends Table, T extends Table> {
  readonly source: Side<S>;
  readonly target: Side<T>;
  readonly lexicon: Lexicon;
  readonly forms: Forms;
}

/** Prepares both sides together: the words of each tell how to cut those of the other. */
export function prepareSides<S extends Table, T extends Table>(
  source: SideInput<S>,
  target: SideInput<T>,
  lists: WordLists,
  tuning: Tuning,
): Prepared<S, T> {
  const lexicon = createLexicon();
  const forms = createForms(lexicon);
  const names = createNameBook(lexicon, forms);
  const [from, to] = [sortSide(source), sortSide(target)];
  const sources = readSide(from, findPrefixes(from, to), names);
  const targets = readSide(to, findPrefixes(to, from), names);
  const schemas = [...sources.usable, ...targets.usable].map(({ schema }) => schema ?? '');
  for (const schema of schemas) names.idOf(schema);

  const compounds = createCompounds(lists.known, names.rawForms(), forms, lexicon, tuning.compound);
  const phrasedForm = createPhrases(lexicon, forms, lists);
  const stripper = createStripper(lexicon, forms, compounds, (word) => lists.known.has(word));
  const cutters = new Map<boolean, (form: number) => number>();
  const sides = { source: prepare(sources), target: prepare(targets) };
  return { ...sides, lexicon, forms };

  function cutterOf<U extends Table>({ plainTableNames, plainColumnNames }: ReadSide<U>): (form: number) => number {
    const own = new Uint8Array(names.count);
    for (const name of plainTableNames) own[name] = 1;
    for (let c = 0; c < plainColumnNames.length; c++) own[plainColumnNames[c]!] = 1;
    const partly = mostlyRunTogether(own, names, forms, lexicon);
    const known = cutters.get(partly) ?? createFormCutter(forms, compounds, partly);
    cutters.set(partly, known);
    return known;
  }

  function prepare<U extends Table>(side: ReadSide<U>): Side<U> {
    const { usable, columns, ranges, plainTableNames, plainColumnNames, prefixes, tooLong, outOfRange } = side;
    const cutForm = cutterOf(side);
    const schemaNames = usable.map(({ schema }) => names.idOf(schema ?? ''));
    const strippedNames = stripper.tables(
      plainTableNames.map((name) => cutForm(names.rawForm(name))),
      schemaNames.map((name) => names.rawForm(name)),
    );
    ranges.forEach(({ from: first, to: end }, at) => {
      for (let c = first; c < end; c++) {
        columns.raw[c] = names.rawForm(plainColumnNames[c]!);
        columns.cut[c] = cutForm(columns.raw[c]!);
        columns.phrased[c] = phrasedForm(columns.cut[c]!);
      }
      stripper.columns(columns, strippedNames[at]!, first, end);
    });
    const tables = usable.map((table, at) => {
      const name = plainTableNames[at]!;
      const raw = names.rawForm(name);
      const cut = cutForm(raw);
      return {
        ...ranges[at]!,
        name: side.tableNames[at]!,
        folded: names.folded(name),
        raw,
        cut,
        phrased: phrasedForm(cut),
        table,
        schema: table.schema ?? '',
        foldedSchema: names.folded(schemaNames[at]!),
        stripped: strippedNames[at]!,
      };
    });
    const { refersTo, referredBy } = findReferences(tables, columns, forms, lexicon);
    return {
      tables: tables.map(
        (table, at): SideTable<U> => ({ ...table, refersTo: refersTo[at]!, referredBy: referredBy[at]! }),
      ),
      columns,
      hasPrefix: prefixes.tables !== '' || prefixes.columns !== '',
      tooLong,
      outOfRange,
    };
  }
}
