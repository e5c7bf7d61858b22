/** Draws rows of cells with lines around them. */
import type { Terminal } from '../printing/terminal.ts';
import { widthOf } from '../printing/text.ts';

/** The lines of a cell, each no wider than its column; styles may be on them. */
export type Cell = readonly string[];

/**
 * Draws the rows, a line between each two, without a line feed at the end.
 *
 * Written here because cli-table3 takes time that grows with the square of a cell's length: 65 ms for each table pair of 20 columns.
 *
 * @param widths The width of each column's text, in columns of the terminal; a blank stands on either side of it.
 */
export function drawGrid(
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  paint: Terminal['paint'],
): string {
  const rule = (left: string, middle: string, right: string) =>
    paint('dim', left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right);
  const wall = paint('dim', '│');
  const drawn = rows.map((cells) => {
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const texts = widths.map((width, column) => ` ${filled(cells[column]?.[line] ?? '', width)} `);
      return wall + texts.join(wall) + wall;
    }).join('\n');
  });
  return [rule('╭', '┬', '╮'), drawn.join(`\n${rule('├', '┼', '┤')}\n`), rule('╰', '┴', '╯')].join('\n');
}

function filled(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
