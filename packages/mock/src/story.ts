/** The contract's example story: calls and answers with the same IDs from the first call to the last. */
import { type Examples, operationOf, readContract } from '@roma-fdi/contract';

const contract = readContract();

export const story = {
  /**
   * The path of an operation with the parameters of the story filled in, for instance
   * `story.path('installMultiTasks')`; `parameters` replace those of the story.
   *
   * @throws RangeError where the contract has no such operation; the message lists those that it has.
   */
  path(operationId: string, parameters: Readonly<Record<string, string>> = {}): string {
    const operation = operationOf(contract, operationId);
    return operation.path.replace(/\{(\w+)\}/g, (_braces, name: string) => {
      const example = operation.parameters.find(
        (parameter) => parameter.in === 'path' && parameter.name === name,
      )?.example;
      return encodeURIComponent(parameters[name] ?? String(example));
    });
  },

  /**
   * A named request body, for instance `story.request('installMultiTasks', 'auto-mapping')`; a copy that may be changed.
   *
   * @throws RangeError where there is no such operation or example; the message lists those that exist.
   */
  request<Body = unknown>(operationId: string, name: string): Body {
    const { body } = operationOf(contract, operationId);
    return copyOf<Body>(operationId, 'request', body?.examples ?? new Map(), name);
  },

  /**
   * A named answer, whatever its status, for instance `story.answer('installMultiTasks', 'auto-mapping')`.
   *
   * @throws RangeError like `request`.
   */
  answer<Body = unknown>(operationId: string, name: string): { status: number; body: Body } {
    const answers = [...operationOf(contract, operationId).answers];
    const [status, { examples }] = answers.find((entry) => entry[1].examples.has(name)) ?? [
      0,
      { examples: new Map(answers.flatMap((entry) => [...entry[1].examples])) },
    ];
    return { status, body: copyOf<Body>(operationId, 'answer', examples, name) };
  },
};

function copyOf<Body>(operationId: string, kind: string, examples: Examples, name: string): Body {
  if (!examples.has(name)) {
    const known = [...examples.keys()].join(', ') || 'none';
    throw new RangeError(`${operationId} has no ${kind} example ${name}; it has ${known}.`);
  }
  return structuredClone(examples.get(name)) as Body;
}
