import { describe, expect, it } from 'vitest';
import { wordsOf } from './cut-name.ts';
import { createForms } from './forms.ts';
import { createLexicon } from './lexicon.ts';
import { createPhrases } from './phrases.ts';
import { readWordLists } from './word-lists.ts';

describe('listed phrases', () => {
  const lexicon = createLexicon();
  const forms = createForms(lexicon);
  const lists = readWordLists([
    { words: ['zip code', 'postcode'], strength: 'close' },
    { words: ['date of birth', 'birth date'], strength: 'close' },
  ]);
  const join = createPhrases(lexicon, forms, lists);
  const formOf = (name: string) => forms.idOf(Int32Array.from(wordsOf(name), lexicon.idOf));
  const joined = (name: string) => forms.wordsOf(join(formOf(name))).map((word) => lexicon.texts[word]);

  it.each([
    ['zip_code', ['zip cod']],
    ['home_zip_codes', ['home', 'zip cod']],
    ['date_of_birth_known', ['dat of birth', 'known']],
    ['birth_date_zip_code', ['birth dat', 'zip cod']],
  ])('%s is %j', (name, words) => {
    expect(joined(name)).toEqual(words);
  });

  it('leaves the very form where there is none', () => {
    const form = formOf('code_zip');
    expect(join(form)).toBe(form);
  });

  it('takes a short form that stands for one word for that word', () => {
    expect(joined('zip_cde')).toEqual(['zip cod']);
    expect(joined('zip_xyz')).toEqual(['zip', 'xyz']);
  });
});
