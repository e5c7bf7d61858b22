import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withJson, writeJson } from './json.ts';

/** Plain data, some of it with its JSON. */
const { data } = fc.letrec((tie) => ({
  data: fc
    .tuple(
      fc.boolean(),
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, undefined, true, '', '"\u2028\ud800'),
        fc.double(),
        fc.string(),
        fc.array(tie('data')),
        fc.dictionary(fc.string(), tie('data')),
      ),
    )
    .map(([written, value]) => (written && typeof value === 'object' && value !== null ? withJson(value) : value)),
}));

it('writes what JSON.stringify writes, whatever carries its own', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(String(writeJson({ value }))).toBe(JSON.stringify({ value }));
      expect(String(writeJson([value]))).toBe(JSON.stringify([value]));
    }),
  );
});

it('writes what an object carries, once', () => {
  let writes = 0;
  const element = withJson({ toJSON: () => ++writes });
  expect(String(writeJson([{ element }, element]))).toBe('[{"element":1},1]');
  expect(writes).toBe(1);
});
