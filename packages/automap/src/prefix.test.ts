import { describe, expect, it } from 'vitest';
import { foldWords } from './fold.ts';
import { sharedPrefix, withoutPrefix } from './prefix.ts';

const prefixOf = (...names: string[]) => sharedPrefix(names.map(foldWords));

describe('sharedPrefix', () => {
  it('is what more than half of the names begin with', () => {
    expect(prefixOf('t_user', 't_role', 't_menu', 'log', 'job')).toBe('T');
    expect(prefixOf('t_user', 't_role', 't_menu', 'log', 'job', 'run')).toBe('');
  });

  it('grows by words while enough names share it', () => {
    expect(prefixOf('app_core_user', 'app_core_role', 'app_core_menu', 'app_log')).toBe('APPCORE');
  });

  it('needs three names, since two share a word by chance', () => {
    expect(prefixOf('t_user', 't_role')).toBe('');
  });

  it('never takes the whole of a name', () => {
    expect(prefixOf('film', 'film', 'film')).toBe('');
    expect(prefixOf('film', 'film_actor', 'film_text', 'film_category')).toBe('FILM');
  });

  it('does not split a word', () => {
    expect(prefixOf('tuser', 'trole', 'tmenu')).toBe('');
  });
});

describe('withoutPrefix', () => {
  it('takes off the first prefix that fits', () => {
    expect(withoutPrefix(['FILM', 'ACTOR', 'ID'], ['', 'FILMACTOR', 'FILM'])).toBe('ID');
    expect(withoutPrefix(['FILM', 'ID'], ['FILMACTOR', 'FILM'])).toBe('ID');
  });

  it('leaves a name that is the prefix, or only begins with its letters', () => {
    expect(withoutPrefix(['FILM'], ['FILM'])).toBe('FILM');
    expect(withoutPrefix(['FILMS', 'ID'], ['FILM'])).toBe('FILMSID');
  });
});
