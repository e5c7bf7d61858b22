/** Finds the fenced blocks of a Markdown text. */

export interface Block {
  /** What stands behind the fence: the language, then what the block is; empty where nothing does. */
  readonly info: string;
  /** What stands inside, with the line feed at its end. */
  readonly text: string;
  /** The nearest heading above it. */
  readonly heading: string;
}

const pattern = /^#+ (?<heading>.+)$|^```(?<info>.*)\n(?<text>[\s\S]*?)^```$/gm;

export function fencedBlocks(markdown: string): Block[] {
  let heading = '';
  return [...markdown.matchAll(pattern)].flatMap(({ groups = {} }): Block[] => {
    const { info, text } = groups;
    heading = groups['heading'] ?? heading;
    return info === undefined || text === undefined ? [] : [{ info, text, heading }];
  });
}

/** The text with other blocks; `textOf` is asked for each in order. */
export function replaceBlocks(markdown: string, textOf: (block: Block, at: number) => string): string {
  const blocks = fencedBlocks(markdown);
  let at = 0;
  return markdown.replace(pattern, (whole) => {
    if (!whole.startsWith('```')) return whole;
    const block = blocks[at]!;
    return `\`\`\`${block.info}\n${textOf(block, at++)}\`\`\``;
  });
}
