/** Tells on a stream which stage of the demo runs: a spinner on a terminal, plain lines elsewhere. */
import type { Terminal } from '@roma-fdi/automap-cli/printing/terminal';
import { fit } from '@roma-fdi/automap-cli/printing/text';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 80;

export interface ProgressOptions {
  /** Where the lines go: standard error, so that standard output holds results alone. */
  stream: NodeJS.WritableStream & { isTTY?: boolean };
  terminal: Terminal;
  /** Milliseconds since some fixed moment. Default: the performance clock. */
  now?: () => number;
}

export interface Stage {
  /** Says behind the label what is being done at the moment. Shown on terminals only. */
  note(text: string): void;
}

/**
 * Runs a stage of work, shows its label while it lasts, and one line with its time when it is over.
 *
 * @param label What is being done, such as `Starting the server`.
 * @param outcome What to say of the result behind the label. Default: nothing.
 * @returns What `work` returns. What it throws is thrown on, after the line that marks the stage as failed.
 */
export type Progress = <T>(
  label: string,
  work: (stage: Stage) => T | Promise<T>,
  outcome?: (result: T) => string,
) => Promise<T>;

/** A progress printer. Stages are run one after the other: two at a time would write over each other. */
export function createProgress({ stream, terminal, now = () => performance.now() }: ProgressOptions): Progress {
  // A dumb terminal cannot go back to the start of a line.
  const live = stream.isTTY === true && process.env['TERM'] !== 'dumb';

  return async (label, work, outcome) => {
    const start = now();
    const line = live ? spinner(label, stream, terminal) : plainStart(label, stream);
    const close = (mark: string, text: string) =>
      line.close(`${mark} ${fit(text)} ${terminal.paint('dim', seconds(now() - start))}`);
    try {
      const result = await work(line);
      const said = outcome?.(result);
      close(terminal.paint('green', '✔'), said ? `${label}: ${said}` : label);
      return result;
    } catch (error) {
      close(terminal.paint('red', '✘'), label);
      throw error;
    }
  };
}

interface Line extends Stage {
  close(text: string): void;
}

function spinner(label: string, stream: NodeJS.WritableStream, { width, paint }: Terminal): Line {
  let frame = 0;
  let text = label;
  const draw = () => {
    // A line that wraps could not be drawn over.
    stream.write(`\r\u{1b}[2K${paint('cyan', frames[frame++ % frames.length] ?? '')} ${fit(text, width - 3)}`);
  };
  draw();
  const timer = setInterval(draw, frameMs);
  timer.unref();
  return {
    note(said) {
      text = `${label}: ${said}`;
      draw();
    },
    close(last) {
      clearInterval(timer);
      stream.write(`\r\u{1b}[2K${last}\n`);
    },
  };
}

function plainStart(label: string, stream: NodeJS.WritableStream): Line {
  stream.write(`… ${fit(label)}\n`);
  return { note() {}, close: (last) => void stream.write(`${last}\n`) };
}

/** `0.3 s`: a tenth of a second is as much as a reader of a progress line wants. */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
