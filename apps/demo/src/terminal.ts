/** What a stream can show: its width, and colours where the reader wants them. */
import { styleText } from 'node:util';

/** A style of node:util's styleText, or several. */
export type Format = Parameters<typeof styleText>[0];

export interface Terminal {
  /** Columns to fill, 80 to 160. */
  width: number;
  /** Puts a style on a text, or leaves it as it is where no colours are wanted. */
  paint: (format: Format, text: string) => string;
}

/** A terminal without colours. */
export function plainTerminal(width = 80): Terminal {
  return { width, paint: (_format, text) => text };
}

/** The terminal behind a stream. Colours follow NO_COLOR, FORCE_COLOR and whether it is a terminal at all. */
export function terminalOf(stream: NodeJS.WritableStream & { columns?: number }): Terminal {
  return {
    width: Math.min(160, Math.max(80, stream.columns ?? 100)),
    paint: (format, text) => styleText(format, text, { stream }),
  };
}
