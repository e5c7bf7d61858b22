/** A kind of request: what is wrong with it, how it comes from one that fits, and what the contract says of its answer. */
import type { FailureName, Operation, Parameter } from '@roma-fdi/contract';
import fc from 'fast-check';
import { type Draft, goodDraft, jsonType } from './good-requests.ts';
import type { Expected } from './request.ts';

export interface Kind {
  readonly expected: (operation: Operation) => Expected;
  /** Undefined where the operation cannot have the fault. */
  readonly drafts: (operation: Operation) => fc.Arbitrary<Draft> | undefined;
}

export const both = (failure: FailureName) => () => ({ mock: failure, server: failure });
/** The contract lets it pass; what then comes is the server's knowledge, and the mock's examples. */
export const passes = () => ({ mock: undefined, server: undefined });

export type Change = (draft: Draft) => fc.Arbitrary<Partial<Draft>> | Partial<Draft>;

/** A request that fits, with one part changed. */
export const changed =
  (change: Change) =>
  (operation: Operation): fc.Arbitrary<Draft> =>
    goodDraft(operation).chain((draft) => {
      const parts = change(draft);
      return (parts instanceof fc.Arbitrary ? parts : fc.constant(parts)).map((others) => ({ ...draft, ...others }));
    });

/** The same for operations that a condition holds for. */
export const where = (condition: (operation: Operation) => unknown, drafts: Kind['drafts']): Kind['drafts'] => {
  return (operation) => (condition(operation) ? drafts(operation) : undefined);
};

export const takesBody = ({ body }: Operation) => body !== undefined;
export const takesJson = ({ body }: Operation) => body?.mediaTypes.includes(jsonType);
export const takesForm = (operation: Operation) => takesBody(operation) && !takesJson(operation);

export const queryParameters = ({ parameters }: Operation) => parameters.filter(({ in: place }) => place === 'query');
export const pathParameters = ({ parameters }: Operation) => parameters.filter(({ in: place }) => place === 'path');

/** The segments with another text in place of one of the parameters. */
export const withSegment = (
  { operation, segments }: Draft,
  { name }: Pick<Parameter, 'name'>,
  text: string,
): string[] => {
  const at = operation.path.split('/').indexOf(`{${name}}`);
  return segments.map((segment, index) => (index === at ? text : segment));
};

export const withQuery =
  (...added: [string, string][]): Change =>
  ({ query }) => ({ query: [...query.filter(([name]) => !added.some(([other]) => other === name)), ...added] });

export const withBody = (type: string | undefined, bytes: string | Buffer): Partial<Draft> => ({
  body: { type, bytes: Buffer.from(bytes) },
});
export const json = (bytes: string | Buffer) => withBody(jsonType, bytes);
