/** All that holds the contract beside the linter, by name: what each finds wrong in a set of files, or in a bundle. */
import { alternativeFaults } from './alternatives.ts';
import { judgeBy, sampleFaults } from './bodies.ts';
import { exampleFaults, opennessFaults } from './closed.ts';
import { type Contract, type Json, readSideFiles } from './contract.ts';
import { contradictionFaults } from './contradictions.ts';
import { sharedDescriptions, unexplainedValues } from './descriptions.ts';
import { missingExamples, pairFaults, storageFaults } from './examples.ts';
import {
  failureFaults,
  incompleteFailures,
  namelessAnswers,
  strangersInMessages,
  strayCodes,
  unraisedFaults,
} from './failures.ts';
import { fieldFaults, operationFaults } from './family.ts';
import { limitFacts } from './family-limits.ts';
import { hostFaults, nameFaults, orphans, referenceFaults, tableOfContentsFaults } from './layout.ts';
import { limitFaults, unsaidLimits } from './limits.ts';
import { operations } from './operations.ts';
import { formFaults, patternFaults } from './portable.ts';
import { tableFaults as seedFaults } from './seed.ts';
import { seedTables } from './seed-facts.ts';
import { sourceFaults } from './sources.ts';
import { lostTasks, mappingFaults, secondConstants, tableFaults, unknownIds, wrongNames } from './story.ts';
import { workflowFaults } from './workflows.ts';

/** The contract's files, and the side files behind them. */
type FileChecker = (contract: Contract, side: Contract) => string[];

export const fileCheckers = {
  references: (contract) => [...referenceFaults(contract), ...orphans(contract), ...tableOfContentsFaults(contract)],
  names: (contract) => [...nameFaults(contract), ...hostFaults(contract)],
  examples: (contract) => {
    const told = operations(contract);
    return [...missingExamples(told), ...storageFaults(contract, told), ...pairFaults(told)];
  },
  story: (contract) => {
    const told = operations(contract);
    return [unknownIds, lostTasks, secondConstants, wrongNames, tableFaults, mappingFaults].flatMap((rule) =>
      rule(told),
    );
  },
  failures: (contract) => {
    const told = operations(contract);
    return [
      ...incompleteFailures(contract),
      ...strayCodes(contract),
      ...strangersInMessages(contract, told),
      ...namelessAnswers(told),
      ...failureFaults(told),
      ...unraisedFaults(contract, told),
    ];
  },
  family: (contract) => [...operationFaults(contract), ...fieldFaults(contract)],
  sources: (contract, side) => sourceFaults(contract, side.get('sources.yaml')!.value),
  contradictions: (contract, side) => contradictionFaults(contract, side.get('contradictions.yaml')!.value),
  workflows: (contract, side) =>
    [...side]
      .filter(([path]) => path.startsWith('workflows/'))
      .flatMap(([, { value }]) => workflowFaults(contract, value)),
} as const satisfies Record<string, FileChecker>;

export const bundleCheckers = {
  seed: (bundle) => seedTables.flatMap((table) => seedFaults(bundle, table)),
  samples: sampleFaults,
  openness: opennessFaults,
  answers: exampleFaults,
  alternatives: alternativeFaults,
  descriptions: (bundle) => [...unexplainedValues(bundle), ...sharedDescriptions(bundle)],
  limits: (bundle) => [...limitFaults(judgeBy(bundle), limitFacts), ...unsaidLimits(bundle)],
  portable: (bundle) => [...formFaults(bundle), ...patternFaults(bundle)],
} as const satisfies Record<string, (bundle: Json) => string[]>;

/** What a checker of files finds in the contract's files and the side files together. */
export function checkFiles(name: keyof typeof fileCheckers, files: Contract): string[] {
  const side = readSideFiles();
  const isSide = ([path]: readonly [string, unknown]) => side.has(path);
  const checker: FileChecker = fileCheckers[name];
  return checker(new Map([...files].filter((each) => !isSide(each))), new Map([...files].filter(isSide)));
}
