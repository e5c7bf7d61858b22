import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { withChosenAlternatives } from './alternatives.ts';

const card = {
  type: 'object',
  required: ['kind', 'number'],
  properties: { kind: { enum: ['card'] }, number: { type: 'string' } },
};
const cash = {
  type: 'object',
  required: ['coins'],
  properties: { kind: { enum: ['cash', 'coins'] }, coins: { type: 'integer' } },
};
const document = {
  components: {
    schemas: {
      Payment: {
        oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Cash' }],
        'x-told-apart-by': 'kind',
      },
      Card: card,
      Cash: cash,
    },
  },
};

function faults(schemas: object, value: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema({ $id: 'x', ...schemas });
  const check = ajv.getSchema('x#/components/schemas/Payment')!;
  check(value);
  return (check.errors ?? []).map(({ keyword, params }) =>
    `${keyword} ${String(params['missingProperty'] ?? '')}`.trim(),
  );
}
const chosen = withChosenAlternatives(document);

test.each([
  [{ kind: 'card', number: '1' }, []],
  [{ kind: 'cash', coins: 1 }, []],
  [{ coins: 1 }, []],
  [{ kind: 'card' }, ['required number']],
  [{ kind: 'coins' }, ['required coins']],
  [{}, ['required coins']],
  [{ kind: 'cheque' }, ['enum']],
  [3, ['type']],
])('%j is judged by the alternative that it chooses: %j', (value, expected) => {
  expect([...new Set(faults(chosen, value))].filter((fault) => fault !== 'if')).toEqual(expected);
});

test('what all alternatives need is missed where none is chosen', () => {
  const { Payment, Card, Cash } = document.components.schemas;
  const base = { required: ['amount'] };
  const ofBase = (schema: object) => ({ ...schema, allOf: [{ $ref: '#/components/schemas/Base' }] });
  const schemas = { Payment, Base: base, Card: ofBase(Card), Cash: { ...ofBase(Cash), required: ['kind'] } };
  const based = withChosenAlternatives({ components: { schemas } });
  expect(new Set(faults(based, {}))).toEqual(new Set(['required kind', 'required amount']));
});

test('without the choice the other alternatives are reported as well', () => {
  expect(faults(document, { kind: 'card' })).toEqual(['required number', 'required coins', 'enum', 'oneOf']);
});

test('the document itself stays as it is', () => {
  expect(document.components.schemas.Payment.oneOf).toHaveLength(2);
  expect(chosen.components.schemas.Payment).not.toHaveProperty('oneOf');
});
