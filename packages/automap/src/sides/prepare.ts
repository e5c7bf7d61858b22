/** Turns the tables of both sides into what the matcher compares. */

import type { Table } from '../catalog.ts';
import { createCompounds } from '../names/compounds.ts';
import { createForms, type Forms } from '../names/forms.ts';
import { createLexicon, type Lexicon } from '../names/lexicon.ts';
import { createNameBook } from '../names/name-book.ts';
import { createFormFinder, type FormFinder, mostlyRunTogether } from '../names/name-forms.ts';
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
  /** How many folded names there are. */
  readonly folds: number;
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

  const compounds = createCompounds(lists.known, wordsOfNames(), lexicon, tuning.compound);
  const joinPhrases = createPhrases(lexicon, lists);
  const stripper = createStripper(lexicon, compounds, (word) => lists.known.has(word));
  const finders = new Map<boolean, FormFinder>();
  const sides = { source: prepare(sources), target: prepare(targets) };
  return { ...sides, lexicon, forms, folds: names.folds };

  function* wordsOfNames(): Iterable<readonly number[]> {
    for (let name = 0; name < names.count; name++) yield forms.words[names.rawForm(name)]!;
  }

  function finderOf<U extends Table>({ plainTableNames, plainColumnNames }: ReadSide<U>): FormFinder {
    const own = new Uint8Array(names.count);
    for (const name of plainTableNames) own[name] = 1;
    for (let c = 0; c < plainColumnNames.length; c++) own[plainColumnNames[c]!] = 1;
    const partly = mostlyRunTogether(own, names, forms, lexicon);
    const known = finders.get(partly) ?? createFormFinder(names, forms, compounds, joinPhrases, partly);
    finders.set(partly, known);
    return known;
  }

  function prepare<U extends Table>(side: ReadSide<U>): Side<U> {
    const { usable, columns, ranges, plainTableNames, plainColumnNames, prefixes, tooLong, outOfRange } = side;
    const finder = finderOf(side);
    const schemaNames = usable.map(({ schema }) => names.idOf(schema ?? ''));
    const strippedNames = stripper.tables(
      plainTableNames.map((name, at) => ({
        words: forms.words[finder.cutForm(name)]!,
        schema: forms.words[names.rawForm(schemaNames[at]!)]!,
      })),
    );
    const raw: (readonly number[])[] = [];
    const cut: (readonly number[])[] = [];
    ranges.forEach(({ from: first, to: end }, at) => {
      raw.length = 0;
      cut.length = 0;
      for (let c = first; c < end; c++) {
        const name = plainColumnNames[c]!;
        columns.raw[c] = names.rawForm(name);
        columns.cut[c] = finder.cutForm(name);
        columns.phrased[c] = finder.phrasedForm(name);
        raw.push(forms.words[columns.raw[c]!]!);
        cut.push(forms.words[columns.cut[c]!]!);
      }
      const stripped = stripper.columns(raw, cut, strippedNames[at]!);
      for (let i = 0; i < stripped.length; i++)
        columns.stripped[first + i] = stripped[i] === cut[i] ? columns.cut[first + i]! : forms.idOf(stripped[i]!);
    });
    const tables = usable.map((table, at) => {
      const name = plainTableNames[at]!;
      return {
        ...ranges[at]!,
        name: side.tableNames[at]!,
        folded: names.folded(name),
        raw: names.rawForm(name),
        cut: finder.cutForm(name),
        phrased: finder.phrasedForm(name),
        table,
        schema: table.schema ?? '',
        foldedSchema: names.folded(schemaNames[at]!),
        stripped: forms.idOf(strippedNames[at]!),
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
