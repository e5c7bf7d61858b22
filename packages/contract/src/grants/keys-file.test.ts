import { expect, test } from 'vitest';
import { GrantLineError } from './grant-lines.ts';
import { keysOfFile } from './keys-file.ts';

test('reads a pair of keys a line, with the projects that it may call', () => {
  const text = '# team a\nAK1 SK1\n\tAK2,SK2 , p1, p2 # of b\r\nAK3\tsk#3/+=:! p1\n';
  expect(keysOfFile(text)).toEqual([
    { accessKey: 'AK1', secretKey: 'SK1', projects: undefined },
    { accessKey: 'AK2', secretKey: 'SK2', projects: ['p1', 'p2'] },
    { accessKey: 'AK3', secretKey: 'sk#3/+=:!', projects: ['p1'] },
  ]);
  expect(keysOfFile('\n# nothing\n')).toEqual([]);
});

test.each([
  ['a secret key that is missing', 'AK SK\nPLANTED', 2, 'its secret key, the second word, is missing'],
  ['a secret key that is a comment', 'PLANTED # SK', 1, 'its secret key, the second word, is missing'],
  ['a secret key beyond ASCII', 'AK PLANTEDé', 1, 'its secret key, the second word, is missing, or holds characters'],
  ['an access key that no header can name', 'PLANTED=x SK', 1, 'its access key, the first word, is missing, or is not'],
  ['an access key that is too long', `${'A'.repeat(129)} SK`, 1, 'its access key, the first word'],
  ['a project that is none', 'AK PLANTED team.b', 1, 'word 3 cannot be the ID of a project'],
  ['a comma without a project', 'AK PLANTED,', 1, 'no project follows the comma'],
  ['an access key that stands there already', 'AK SK\nBK SK\nAK PLANTED', 3, 'is the same as that of line 1'],
])('%s is refused by its line, and not shown', (_, text, line, words) => {
  const refused = () => keysOfFile(text);
  expect(refused).toThrow(GrantLineError);
  expect(refused).toThrow(words);
  expect(refused).not.toThrow(/PLANTED/);
  expect(refused).toThrow(expect.objectContaining({ line }));
});
