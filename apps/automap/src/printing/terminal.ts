/** What a stream can show: its size, and colours where the reader wants them. */
import { styleText } from 'node:util';

/** A style of node:util's styleText, or several. */
export type Format = Parameters<typeof styleText>[0];

export interface Terminal {
  /** Columns to fill, 80 to 200. */
  width: number;
  /** Lines that are seen at once; undefined where nothing scrolls away, as in a file. */
  height?: number | undefined;
  /** Puts a style on a text, or leaves it as it is where no colours are wanted. */
  paint: (format: Format, text: string) => string;
}

/** A terminal without colours. */
export function plainTerminal(width = 80, height?: number): Terminal {
  return { width, height, paint: (_format, text) => text };
}

/**
 * The terminal behind a stream. Colours follow NO_COLOR, FORCE_COLOR and whether it is a terminal at all; COLUMNS and LINES
 * are the size where the stream has none.
 */
export function terminalOf(stream: NodeJS.WritableStream & { columns?: number; rows?: number }): Terminal {
  return {
    width: Math.min(200, Math.max(80, stream.columns || sizeFrom('COLUMNS') || 100)),
    height: stream.rows || sizeFrom('LINES') || undefined,
    paint: (format, text) => styleText(format, text, { stream }),
  };
}

const sizeFrom = (variable: string): number => Number.parseInt(process.env[variable] ?? '', 10);
