/** What the demo ends with, where the eye rests: the pairs, the most doubtful first, what is left out, and the score. */

import type { MultiTaskMappingElement } from '@roma-fdi/automap-cli/elements/mapping-element';
import type { Terminal } from '@roma-fdi/automap-cli/printing/terminal';
import { counted, fit, heightOf } from '@roma-fdi/automap-cli/printing/text';
import { leftCounts } from '@roma-fdi/automap-cli/tables/left-counts';
import { pairRows } from '@roma-fdi/automap-cli/tables/pair-rows';
import type { Score } from './score.ts';
import type { SecondLook } from './second-look.ts';

export interface Result {
  /** Names of the two databases. */
  readonly source: string;
  readonly target: string;
  readonly mappings: readonly MultiTaskMappingElement[];
  readonly secondLook: SecondLook;
  /** Against the true mapping, where it is known. */
  readonly score: { readonly tables: Score; readonly columns: Score } | undefined;
  /** The command that prints all of it. */
  readonly command: string;
}

/** Lines of a result that nobody reads through a window: in a file, a log, a pipe. */
const endless = 72;
/** Shown even where the window is too low for them. */
const fewestPairs = 5;

/**
 * The result in as many lines as the terminal shows at once, its last line left to the cursor. As long as each pair has its
 * line, the `above` lines that were printed before it stay in sight too.
 */
export function resultOf(result: Result, terminal: Terminal, above: number): string {
  const { source, target, mappings, secondLook, score, command } = result;
  const { width, height, paint } = terminal;
  const columns = mappings.reduce((sum, { mapping }) => sum + (mapping?.length ?? 0), 0);
  const title = `${fit(source, 50)} → ${fit(target, 50)}: ${counted(mappings.length, 'table pair')}, ${counted(columns, 'column pair')}, the most doubtful first`;
  const left = (text: string, side: 'source' | 'target') =>
    leftCounts(`${text} ${fit(side === 'source' ? source : target, 40)}`, side, mappings, secondLook.unmapped, width);
  const foot = (more: number): string =>
    [
      `${more > 0 ? `${more.toLocaleString('en')} more pairs, none lower` : 'All of it'}: ${command}`,
      left('Left over in', 'source'),
      left('Left empty in', 'target'),
      ...(score ? ['', ...scoreLines(score, paint)] : []),
    ].join('\n');

  const room = Math.max(
    fewestPairs + 1,
    (height ?? endless) - 1 - heightOf(title, width) - 1 - heightOf(foot(mappings.length), width),
  );
  const most = Math.min(mappings.length, room);
  const spare = Math.max(0, room - most - (height === undefined ? 0 : above));
  const rows = pairRows(mappings, { certainty: secondLook.certainty, most, spare, terminal });
  return [paint('bold', title), ...rows, foot(mappings.length - most)].join('\n');
}

/** Measured against the mapping that was written by hand before the matcher was first run on the samples. */
function scoreLines({ tables, columns }: { tables: Score; columns: Score }, paint: Terminal['paint']): string[] {
  const figures = Math.max(String(tables.right).length, String(columns.right).length);
  const line = (what: string, { right, predicted, expected, precision, recall }: Score): string =>
    `${what} ${String(right).padStart(figures)} right of ${predicted} proposed (${percent(precision)}), of ${expected} written by hand (${percent(recall)})`;
  return [`${paint('bold', 'Score')}  ${line('tables ', tables)}`, `       ${line('columns', columns)}`];
}

const percent = (part: number): string => `${Math.round(part * 100)} %`;
