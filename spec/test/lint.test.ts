/** `redocly lint` takes the contract without a warning, and refuses a mistake with words that say where and what. */
import { beforeAll, describe, expect, it } from 'vitest';
import { copyContract, type Outcome } from './copies.ts';
import { mistakes } from './mistakes.ts';

const asItIs = 'the contract as it is';
const warned = 'a tag without a description, where that is only a warning';

/** What the linter said of each copy. */
const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  const copies: [string, [file: string, change: (text: string) => string][]][] = [
    [asItIs, []],
    [
      warned,
      [
        ['redocly.yaml', (text) => text.replace('tag-description: error', 'tag-description: warn')],
        ['openapi.yaml', (text) => text.replace(/(- name: Tasks\n) {4}description: .*\n/, '$1')],
      ],
    ],
    ...mistakes.map(({ what, file, change }): (typeof copies)[number] => [what, [[file, change]]]),
  ];
  // Two at a time: the linter spends its time computing.
  const queue = copies.values();
  await Promise.all([work(), work()]);

  async function work(): Promise<void> {
    for (const [what, edits] of queue) outcomes.set(what, await lint(edits));
  }
});

describe('The linter', () => {
  it('finds nothing in the contract, not even a warning', () => {
    expect(isClean(outcomes.get(asItIs)!), outcomes.get(asItIs)?.printed).toBe(true);
  });

  it('is not called clean when it only warns', () => {
    const { code, printed } = outcomes.get(warned)!;
    expect(code).toBe(0);
    expect(printed).toContain('Tag object should contain `description` field.');
    expect(isClean({ code, printed })).toBe(false);
  });

  it.each(mistakes)('refuses $what: $message', ({ what, place, message }) => {
    const { code, printed } = outcomes.get(what)!;
    expect(code).toBe(1);
    expect(printed).toContain(message);
    expect(printed).toContain(place);
  });
});

function isClean({ code, printed }: Outcome): boolean {
  return code === 0 && !/\bwarnings?\b/i.test(printed);
}

async function lint(edits: readonly [file: string, change: (text: string) => string][]): Promise<Outcome> {
  const copy = copyContract();
  try {
    for (const [file, change] of edits) copy.edit(file, change);
    return await copy.run('redocly', ['lint', '--config', 'redocly.yaml']);
  } finally {
    copy.remove();
  }
}
