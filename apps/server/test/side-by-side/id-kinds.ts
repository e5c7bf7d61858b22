/** IDs in the path that fit and lead nowhere. */
import type { FailureName, Operation, Parameter } from '@roma-fdi/contract';
import fc from 'fast-check';
import { goodDraft, jsonType, segmentsOf, written } from './good-requests.ts';
import { both, changed, type Kind, pathParameters, where, withSegment } from './kind.ts';
import { isMissing, unknownIdOf } from './values.ts';

export const otherProject = 'another-project';

export const idKinds: Record<string, Kind> = {
  'an ID that does not exist': {
    expected: (operation) => both(idOf(operation)?.failure as FailureName)(),
    drafts: where(idOf, (operation) => {
      const { parameter } = idOf(operation) as { parameter: Parameter };
      return changed((draft) => ({ segments: withSegment(draft, parameter, unknownIdOf(parameter) as string) }))(
        operation,
      );
    }),
  },
  'an ID that nobody has given': {
    expected: (operation) => ({ mock: undefined, server: idOf(operation)?.failure }),
    drafts: where(idOf, (operation) => {
      const { parameter } = idOf(operation) as { parameter: Parameter };
      return changed((draft) =>
        fc.stringMatching(/^[a-f0-9]{32}$/).map((id) => ({ segments: withSegment(draft, parameter, id) })),
      )(operation);
    }),
  },
  'an ID of another project': {
    expected: (operation) => ({ mock: undefined, server: idOf(operation)?.failure }),
    drafts: where(idOf, (operation) =>
      fc
        .tuple(goodDraft(operation), segmentsOf(operation, { project_id: otherProject }))
        .map(([draft, segments]) => ({ ...draft, segments })),
    ),
  },
  'a mapping that does not exist': {
    expected: both('MappingNotFound'),
    drafts: where(
      ({ parameters }) => parameters.some(({ name }) => name === 'mapping_id'),
      (operation) => {
        const parameter = operation.parameters.find(({ name }) => name === 'mapping_id') as Parameter;
        return changed((draft) => ({
          segments: withSegment(draft, parameter, unknownIdOf(parameter) as string),
          // One that fits both databases: else that would be the first to be said.
          body: operation.body && written(jsonType, [...operation.body.examples.values()][0]),
        }))(operation);
      },
    ),
  },
};

/** The ID in the path that a request stands or falls with, and the failure where it does not exist. */
function idOf(operation: Operation): { parameter: Parameter; failure: FailureName } | undefined {
  const parameter = pathParameters(operation).find((each) => unknownIdOf(each) !== undefined);
  const key = [...(parameter?.examples.keys() ?? [])].find((name) => isMissing(name)) ?? '';
  const failure = [...operation.answers.values()].map(({ failures }) => failures.get(key)).find(Boolean);
  return parameter && failure && { parameter, failure };
}
