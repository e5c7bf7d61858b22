import { describe, expect, it } from 'vitest';
import { sidePrefix } from './side-prefix.ts';

describe('what all names of a side begin with', () => {
  it.each([
    ['words up to a separator', ['app_user', 'app_role', 'app_menu'], ['user'], 'app_'],
    ['several words', ['hr.app_user', 'hr.app_role', 'hr.app_menu'], [], 'hr.app_'],
    ['with accents', ['zäh_a', 'zäh_b', 'zäh_c'], [], 'zäh_'],
    ['nothing without a separator', ['userid', 'username', 'usermail'], [], ''],
    ['nothing where one name lacks it', ['app_user', 'app_role', 'menu'], [], ''],
    ['nothing where it is all of a name', ['app_', 'app_role', 'app_menu'], [], ''],
    ['nothing where there are too few names', ['app_user', 'app_role'], [], ''],
    ['nothing where the other side has it, in any case', ['app_user', 'app_role', 'app_menu'], ['APP_X'], ''],
    ['nothing for no names', [], ['app_x'], ''],
  ])('%s', (_, names, others, prefix) => {
    expect(
      sidePrefix(
        () => names,
        () => others,
      ),
    ).toBe(prefix);
  });
});
