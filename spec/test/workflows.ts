/** The rules of the workflows: each step calls an operation that exists, gives it its IDs, and takes values from steps before it. */
import { at, type Contract, entries, items, type Json } from './contract.ts';
import { operations } from './operations.ts';

export function workflowFaults(contract: Contract, document: Json): string[] {
  const known = new Map(operations(contract).map((operation) => [operation.id, operation]));
  const workflows = items(at(document, 'workflows'));
  const ids = workflows.map((workflow) => at(workflow, 'workflowId'));
  return workflows.flatMap((workflow) => {
    const before: string[] = [];
    const everywhere = namesIn(at(workflow, 'parameters'));
    return items(at(workflow, 'steps')).flatMap((step) => {
      const where = `${String(at(workflow, 'workflowId'))}, ${String(at(step, 'stepId'))}`;
      const called = at(step, 'operationId');
      const operation = known.get(String(called));
      const given = [...everywhere, ...namesIn(at(step, 'parameters'))];
      const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? [];
      const asked = [...JSON.stringify(step).matchAll(/\$steps\.([\w-]+)/g)].map(([, name]) => name!);
      const faults = [
        ...(called !== undefined && !operation ? [`${where} calls ${String(called)}, which is no operation`] : []),
        ...(called === undefined && !ids.includes(at(step, 'workflowId'))
          ? [`${where} calls nothing that is there`]
          : []),
        ...inPath.filter(({ name }) => !given.includes(name)).map(({ name }) => `${where} does not give ${name}`),
        ...asked
          .filter((name) => !before.includes(name) && name !== at(step, 'stepId'))
          .map((name) => `${where} uses ${name}, which is no step before it`),
      ];
      before.push(String(at(step, 'stepId')));
      return faults;
    });
  });
}

function namesIn(parameters: Json | undefined): string[] {
  return items(parameters).flatMap((parameter) =>
    entries(parameter).flatMap(([key, name]) => (key === 'name' ? [String(name)] : [])),
  );
}
