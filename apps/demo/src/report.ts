/** What the demo prints at its end: how to go on, and last the result. */

import type { Terminal } from '@roma-fdi/automap-cli/printing/terminal';
import { heightOf } from '@roma-fdi/automap-cli/printing/text';
import { correspondencesOf } from './correspondences.ts';
import type { Host } from './host.ts';
import { opening, type Place } from './opening.ts';
import { resultOf } from './result.ts';
import { expectedMapping } from './samples.ts';
import type { Scene } from './scene.ts';
import { score } from './score.ts';
import type { SecondLook } from './second-look.ts';
import { shellPath } from './shell-path.ts';
import type { Outcome } from './story.ts';

export interface Facts {
  readonly scene: Scene;
  readonly host: Host;
  readonly place: Place;
  readonly outcome: Outcome;
  readonly secondLook: SecondLook;
}

export function report({ scene, host, place, outcome, secondLook }: Facts, terminal: Terminal): string {
  const { source, target } = scene;
  const above = `${opening(host, place, outcome, terminal)}\n`;
  const result = {
    source: source.name,
    target: target.name,
    mappings: outcome.mappings,
    secondLook,
    score: scene.samples ? score(correspondencesOf(outcome.mappings), expectedMapping()) : undefined,
    command: `npm run automap -- ${shellPath(source.file)} ${shellPath(target.file)}`,
  };
  return `${above}\n${resultOf(result, terminal, heightOf(above, terminal.width))}`;
}
