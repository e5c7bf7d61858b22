import { describe, expect, it } from 'vitest';
import { tuning } from '../tuning.ts';
import { createCompounds } from './compounds.ts';
import { wordsOf } from './cut-name.ts';
import { createForms } from './forms.ts';
import { createLexicon } from './lexicon.ts';

/** @param names of both sides, by which words are cut besides the listed ones */
function cutterOf(listed: readonly string[], names: readonly string[] = []) {
  const lexicon = createLexicon();
  const forms = createForms(lexicon);
  const cut = names.map((name) => forms.idOf(Int32Array.from(wordsOf(name), lexicon.idOf)));
  const compounds = createCompounds(new Set(listed), cut, forms, lexicon, tuning.compound);
  const texts = (words: readonly number[] | undefined) => words?.map((word) => lexicon.texts[word]).join(' ');
  return {
    whole: (word: string) => texts(compounds.cut(lexicon.idOf(word))),
    partly: (word: string) => texts(compounds.cutPartly(lexicon.idOf(word))),
  };
}

describe('words that were run together', () => {
  it('are cut by listed words, into as few as may be', () => {
    const { whole } = cutterOf(['berth', 'number', 'numb', 'ferry']);
    expect(whole('berthnumber')).toBe('berth number');
    expect(whole('ferryberthnumber')).toBe('ferry berth number');
  });

  it('are cut by words that the names of either side have between separators', () => {
    expect(cutterOf([], ['berth_state', 'ferry_berth', 'state_of_berth']).whole('berthstate')).toBe('berth state');
    expect(cutterOf([], ['berth_state']).whole('berthstate')).toBeUndefined();
  });

  it.each(['berth', 'ferry', 'xylem', 'ferryx', 'berth2', 'be'])('%s is not cut', (word) => {
    expect(cutterOf(['berth', 'ferry', 'be', 'rt', 'h']).whole(word)).toBeUndefined();
  });

  it('are not cut where they occur as a word of their own', () => {
    const names = ['gangway_id', 'gangway_state', 'old_gangway'];
    expect(cutterOf(['gang', 'way'], names).whole('gangway')).toBeUndefined();
    expect(cutterOf(['gang', 'way']).whole('gangway')).toBe('gang way');
  });

  it('are cut at both ends by the few words of two letters that are trusted', () => {
    const { whole } = cutterOf(['berth']);
    expect(whole('berthid')).toBe('berth id');
    expect(whole('berthqx')).toBeUndefined();
  });

  it('may have one unknown part, at the beginning or the end', () => {
    const { whole, partly } = cutterOf(['berth', 'number']);
    expect(whole('qxberth')).toBeUndefined();
    expect(partly('qxberth')).toBe('qx berth');
    expect(partly('berthqxz')).toBe('berth qxz');
    expect(partly('qwrtzpsdfgberth')).toBeUndefined();
  });
});
