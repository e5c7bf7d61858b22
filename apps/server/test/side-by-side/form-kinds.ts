/** What can be wrong with form data, urlencoded or multipart. */
import type { Operation } from '@roma-fdi/contract';
import fc from 'fast-check';
import { anyCharacter } from '../../../../test/properties.ts';
import { multipart, writtenForm } from './good-requests.ts';
import { both, changed, type Kind, takesForm, where, withBody } from './kind.ts';
import { shapeOf } from './shapes.ts';
import { faultyTexts } from './value-faults.ts';
import { anyValue } from './values.ts';

export const formKinds: Record<string, Kind> = {
  'a wrong value in a field': ofFields((fields, { body }) => {
    const all = (body?.fields ?? []).flatMap(({ name, schema }) =>
      // An empty field counts as absent.
      faultyTexts(schema)
        .filter((text) => text !== '')
        .map((text) => [name, text] as const),
    );
    return fc.constantFrom(...all).map(([name, text]) => [...fields.filter(([other]) => other !== name), [name, text]]);
  }),
  'an unknown field': ofFields((fields) =>
    fc.constantFrom('nothing', '__proto__', 'constructor', '', '😀').map((name) => [...fields, [name, 'a']]),
  ),
  'a field twice': ofFields((fields) => fc.constantFrom(...fields).map((field) => [...fields, field])),
  'a field missing': ofFields((fields, { body }) => {
    return fc
      .constantFrom(...(body ? shapeOf(body.schema).required : []))
      .map((name) => fields.filter(([other]) => other !== name));
  }),
  'form data that is none': {
    expected: both('InvalidParameters'),
    drafts: where(
      takesForm,
      changed(({ operation, body }) => {
        const types = operation.body?.mediaTypes ?? [];
        const text = body?.bytes.toString('latin1') ?? '';
        return fc.oneof(
          fc.string({ unit: anyCharacter, minLength: 1 }).map((bytes) => withBody(multipart, bytes)),
          fc
            .constantFrom('{}', '&&=', 'a=%', '%zz=1', 'source_ds_id=%ff', '\xff=1')
            .map((bytes) => withBody(types[0], bytes)),
          fc
            .constantFrom('multipart/form-data', 'multipart/form-data; boundary=ridge', multipart)
            .map((type) => withBody(type, text.slice(0, -6) || 'x')),
          fc.constant(
            withBody(
              multipart,
              `${writtenForm(multipart, [['ext_info', '{}']]).bytes}`.replace('"ext_info"', '"ext_info"; filename="a"'),
            ),
          ),
        );
      }),
    ),
  },
};

type Fields = readonly (readonly [name: string, value: string])[];

/** A form with other fields, urlencoded or multipart. */
function ofFields(change: (fields: Fields, operation: Operation) => fc.Arbitrary<Fields>): Kind {
  const drafts = changed(({ operation }) => {
    const { schema, mediaTypes = [] } = operation.body ?? {};
    return anyValue(schema).chain((value) => {
      const fields = Object.entries(value as object).map(([name, field]) => [name, String(field)] as const);
      // What is needed may be empty, which is as good as absent.
      return fc
        .tuple(
          change(
            fields.filter(([, text]) => text !== ''),
            operation,
          ),
          fc.constantFrom(...mediaTypes),
        )
        .map(([others, type]) => ({ body: writtenForm(type, others) }));
    });
  });
  return { expected: both('InvalidParameters'), drafts: where(takesForm, drafts) };
}
