import { expect, test } from 'vitest';
import { createLexicon } from '../names/lexicon.ts';
import { tuning } from '../tuning.ts';
import { compareLetters, type LetterOffers } from './letters.ts';

const lexicon = createLexicon();
const ids = (...words: string[]): number[] => words.map(lexicon.idOf);

function offered(offers: LetterOffers, source: string): string[] {
  const told: string[] = [];
  offers(lexicon.idOf(source), (target, _value, relation) => told.push(`${lexicon.texts[target]} ${relation}`));
  return told;
}

test('sets that are compared together are offered what they are offered alone', () => {
  const ofColumns = { sources: ids('qty', 'psngr', 'berth'), targets: ids('quantity', 'passenger', 'berths') };
  const ofTables = { sources: ids('qty', 'organisation'), targets: ids('quay', 'organization', 'organisation') };
  const [columns, tables] = compareLetters(lexicon, [ofColumns, ofTables], tuning.word);
  const [alone] = compareLetters(lexicon, [ofTables], tuning.word);
  expect(offered(columns!, 'qty')).toEqual(['quantity abbreviation']);
  expect(offered(columns!, 'organisation')).toEqual([]);
  expect(offered(tables!, 'qty')).toEqual(offered(alone!, 'qty'));
  expect(offered(tables!, 'organisation')).toEqual(offered(alone!, 'organisation'));
});

test('a word that only one of two sets knows on both sides is another word there alone', () => {
  const known = { sources: ids('organisation', 'organization'), targets: ids('organisation', 'organization') };
  const strange = { sources: ids('organisation'), targets: ids('organization') };
  const [ofKnown, ofStrange] = compareLetters(lexicon, [known, strange], tuning.word);
  expect(offered(ofKnown!, 'organisation')).toEqual([]);
  expect(offered(ofStrange!, 'organisation')).toEqual(['organization similar']);
});
