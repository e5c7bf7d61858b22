import { describe, expect, it } from 'vitest';
import { tuning } from '../tuning.ts';
import { createCompounds } from './compounds.ts';
import { wordsOf } from './cut-name.ts';
import { createForms } from './forms.ts';
import { createLexicon } from './lexicon.ts';
import { createStripper, isFlat } from './strip.ts';

/** Strips names; `listed` are words of their own. */
function stripping(listed: readonly string[] = []) {
  const lexicon = createLexicon();
  const forms = createForms(lexicon);
  const compounds = createCompounds(new Set(listed), [], forms, lexicon, tuning.compound);
  const stripper = createStripper(lexicon, forms, compounds, (word) => listed.includes(word));
  const formOf = (name: string) => forms.idOf(Int32Array.from(wordsOf(name), lexicon.idOf));
  const textOf = (form: number) =>
    forms
      .wordsOf(form)
      .map((word) => lexicon.texts[word])
      .join(' ');
  return {
    tables: (names: readonly string[], schema = '') =>
      stripper
        .tables(
          names.map(formOf),
          names.map(() => formOf(schema)),
        )
        .map(textOf),
    columns: (table: string, names: readonly string[]) => {
      const raw = Int32Array.from(names, formOf);
      const stripped = new Int32Array(names.length);
      stripper.columns({ raw, cut: raw, stripped }, formOf(table), 0, names.length);
      return Array.from(stripped, textOf);
    },
    isFlat: (name: string) => isFlat(formOf(name), forms, lexicon),
  };
}

describe('a table without what its surroundings say', () => {
  it.each([
    ['the word that most begin with', ['sys_user', 'sys_role', 'sys_menu'], '', ['user', 'role', 'menu']],
    ['the word that most end with', ['user_old', 'role_old', 'menu_old'], '', ['user', 'role', 'menu']],
    ['its schema', ['harbour_berth', 'ferry'], 'harbour', ['berth', 'ferry']],
    ['the word table', ['tbl_berth', 'ferry_vw'], '', ['berth', 'ferry']],
  ])('lacks %s', (_, names, schema, stripped) => {
    expect(stripping().tables(names, schema)).toEqual(stripped);
  });

  it('keeps one word at least', () => {
    expect(stripping().tables(['harbour', 'table', 't'], 'harbour')).toEqual(['harbour', 'table', 't']);
    expect(stripping().tables(['berth_state', 'ferry'])).toEqual(['berth state', 'ferry']);
  });
});

describe('a column without what its surroundings say', () => {
  it('lacks the name of its table, whole, inflected or short', () => {
    expect(stripping().columns('passenger', ['passengers_id', 'pssngr_name', 'birth_date'])).toEqual([
      'id',
      'name',
      'birth date',
    ]);
  });

  it('keeps its last word where all of it is the name of its table', () => {
    expect(stripping().columns('ferry_berth', ['ferry_berth', 'berth'])).toEqual(['berth', 'berth']);
  });

  it('lacks the word that most columns begin with', () => {
    expect(stripping().columns('sailing', ['l_time', 'l_berth', 'l_state', 'remark'])).toEqual([
      'time',
      'berth',
      'state',
      'remark',
    ]);
  });

  it('keeps a word that most columns begin with where it is the whole name', () => {
    expect(stripping().columns('sailing', ['l_time', 'l_berth', 'l', 'l_state'])).toEqual([
      'time',
      'berth',
      'l',
      'state',
    ]);
  });

  it('lacks the letters that most columns without separators begin with', () => {
    expect(stripping().columns('sailing', ['qztime', 'qzberth', 'qzstate'])).toEqual(['time', 'berth', 'state']);
  });

  it('keeps a word of which those letters are only a part', () => {
    const names = ['shiptime', 'shipberth', 'shipstate'];
    expect(stripping(['ship']).columns('sailing', names)).toEqual(names);
  });

  it('lacks the name of its table at either end where nothing stands between', () => {
    expect(stripping(['ferry']).columns('ferry', ['ferrytime', 'stateferry', 'berthno'])).toEqual([
      'time',
      'state',
      'berthno',
    ]);
  });
});

describe('a name in which nothing tells where a part begins', () => {
  it.each([
    ['berthno', true],
    ['berth2', true],
    ['berth_no', false],
    ['2berth', false],
    ['имя', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(stripping().isFlat(name)).toBe(expected);
  });
});
