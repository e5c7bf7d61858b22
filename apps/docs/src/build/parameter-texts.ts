/**
 * Puts what a parameter's schema says of its form behind the parameter's description, since Redoc shows the latter alone; and of
 * examples that are all the same it leaves one, since Redoc shows each.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Contract, Parameter } from './contract.ts';

/** The same contract with one full description for each parameter, and no example twice. */
export function withWholeParameterTexts(contract: Contract): Contract {
  const whole = structuredClone(contract);
  const inline = Object.values(whole.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ parameters = [] }) => parameters)
    .filter((parameter): parameter is Parameter => 'name' in parameter);
  for (const parameter of [...Object.values(whole.components.parameters), ...inline]) {
    parameter.description = [parameter.description, parameter.schema?.description].filter(Boolean).join(' ');
    const [first, ...others] = Object.values(parameter.examples ?? {});
    if (first !== undefined && others.every((other) => isDeepStrictEqual(other, first))) keepOne(parameter, first);
  }
  return whole;
}

function keepOne(parameter: Parameter, example: object): void {
  delete parameter.examples;
  // One that is stored elsewhere stands where it can be referred to.
  if ('value' in example) parameter.example = example.value;
  else parameter.examples = { example };
}
