/** The rules of the examples: every place has one, each is stored once and used, and requests have their answers. */
import { type Contract, entries } from './contract.ts';
import { allExamples, type Operation } from './operations.ts';

/** Bodies, answers and parameters without an example. */
export function missingExamples(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, bodies, answers, parameters }) => [
    ...(bodies?.length === 0 ? [`${id} has no example of its body`] : []),
    ...answers
      .filter(({ hasBody, examples }) => hasBody && examples.length === 0)
      .map(({ status }) => `${id} has no example of its answer ${status}`),
    ...parameters.filter(({ examples }) => examples.length === 0).map(({ name }) => `${id} has no example of ${name}`),
  ]);
}

/** Examples that are stored and never referred to, and bodies that are written out beside the stored ones. */
export function storageFaults(contract: Contract, operations: readonly Operation[]): string[] {
  const used = new Set(operations.flatMap(allExamples).map(({ source }) => source));
  const stored = [...contract]
    .filter(([path]) => path.startsWith('examples/'))
    .flatMap(([path, { value }]) => entries(value).map(([name]) => `${path}#/${name}`));
  const bodies = operations.flatMap(({ bodies, answers }) => [
    ...(bodies ?? []),
    ...answers.flatMap((a) => a.examples),
  ]);
  return [
    ...stored.filter((source) => !used.has(source)).map((source) => `${source} is used nowhere`),
    ...bodies
      .filter(({ source }) => !/^(examples\/\w+|errors)\.yaml#\//.test(source))
      .map(({ source, key }) => `${source} writes out the example ${key}: store it in examples/`),
  ];
}

/** Examples of bodies, and of IDs in the path, that no answer belongs to. */
export function pairFaults(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, bodies, answers, parameters }) => {
    const answered = new Set(answers.flatMap(({ examples }) => examples.map(({ key }) => key)));
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    // The first ID in the path is the one that exists: it gets the answer that stands first.
    const asked = [...(bodies ?? []), ...inPath.flatMap(({ examples }) => examples.slice(1))];
    return asked
      .filter(({ key }) => !key.startsWith('vendor-') && !answered.has(key))
      .map(({ key }) => `${id} has no answer to its example ${key}`);
  });
}
