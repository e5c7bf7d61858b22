/** Puts what a parameter's schema says of its form behind the parameter's description: Redoc shows the latter alone. */
import type { Contract, Parameter } from './contract.ts';

/** The same contract with one full description for each parameter. */
export function withWholeParameterTexts(contract: Contract): Contract {
  const whole = structuredClone(contract);
  const inline = Object.values(whole.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ parameters = [] }) => parameters)
    .filter((parameter): parameter is Parameter => 'name' in parameter);
  for (const parameter of [...Object.values(whole.components.parameters), ...inline]) {
    parameter.description = [parameter.description, parameter.schema?.description].filter(Boolean).join(' ');
  }
  return whole;
}
