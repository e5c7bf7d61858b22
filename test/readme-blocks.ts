/** Hands the code blocks of a README to the tests that run them, so that one which nobody runs is found. */

import { readFileSync } from 'node:fs';
import { fencedBlocks } from './fenced-blocks.ts';

export interface ReadmeBlocks {
  /**
   * The text of the one block of this language whose text holds these words; a block can be taken once.
   * @throws {Error} where there is no such block, or more than one
   */
  take(language: string, words: string): string;
  /** The first lines of the blocks that no test took. */
  left(): string[];
}

export function readmeBlocks(readme: URL): ReadmeBlocks {
  const blocks = new Set(fencedBlocks(readFileSync(readme, 'utf8')));
  return {
    take: (language, words) => {
      const found = [...blocks].filter(({ info, text }) => info === language && text.includes(words));
      const [block] = found;
      if (!block || found.length > 1) {
        throw new Error(`${readme.pathname} has ${found.length} blocks of ${language} with "${words}" left, not one.`);
      }
      blocks.delete(block);
      return block.text;
    },
    left: () => [...blocks].map(({ info, text }) => `${info}: ${text.split('\n', 1)}`),
  };
}
