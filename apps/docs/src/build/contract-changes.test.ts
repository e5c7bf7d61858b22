import { describe, expect, it } from 'vitest';
import { withCodeSamples } from './code-samples.ts';
import { type Contract, contract } from './contract.ts';
import { withOriginMarks } from './origin-marks.ts';
import { withWholeParameterTexts } from './parameter-texts.ts';
import { withServerAddresses } from './server-addresses.ts';

const changes = { withCodeSamples, withOriginMarks, withWholeParameterTexts, withServerAddresses };

describe.each(Object.entries(changes))('%s', (_, change) => {
  it('leaves the contract that it is given as it was', () => {
    const before = JSON.stringify(contract);
    expect(JSON.stringify(change(contract))).not.toBe(before);
    expect(JSON.stringify(contract)).toBe(before);
  });
});

/** The contract with other parts put in. */
const contractWith = (parts: object): Contract => ({ ...structuredClone(contract), ...parts });

describe('marks of origin', () => {
  const marked = (schema: object) => {
    const { components } = withOriginMarks(contractWith({ components: { schemas: { A: schema } } }));
    return (components as unknown as { schemas: { A: Record<string, unknown> } }).schemas.A;
  };

  it('stand behind the description, with the note where there is one', () => {
    expect(marked({ description: 'Text.', 'x-origin': 'roma-fdi', 'x-origin-note': 'Why.' })['description']).toBe(
      'Text.\n\n`x-origin: roma-fdi` Why.',
    );
    expect(marked({ 'x-origin': 'roma-fdi' })['description']).toBe(
      '`x-origin: roma-fdi` This rule is not stated by the vendor.',
    );
  });

  it('are found on properties, whatever their names, and not in values', () => {
    const rule = { 'x-origin': 'roma-fdi' };
    const schema = { properties: { enum: { ...rule }, 'x-origin': { type: 'string' } }, default: { ...rule } };
    expect(marked(schema)).toEqual({
      properties: { enum: { ...rule, description: expect.any(String) }, 'x-origin': { type: 'string' } },
      default: rule,
    });
  });

  it('are not set on what the vendor states', () => {
    expect(marked({ description: 'Text.', 'x-origin': 'vendor' })['description']).toBe('Text.');
  });
});

describe('texts of parameters', () => {
  it('say what the parameter is and which form it has', () => {
    const { components } = withWholeParameterTexts(contract);
    const { description, schema } = contract.components.parameters['TaskId']!;
    expect(components.parameters['TaskId']!.description).toBe(`${description} ${schema!.description}`);
  });

  it('show an example once that is the same under every key', () => {
    const { ProjectId: before, TaskId: other } = contract.components.parameters;
    const after = withWholeParameterTexts(contract).components.parameters;
    expect(Object.keys(before!.examples!).length).toBeGreaterThan(1);
    expect(after['ProjectId']).toMatchObject({
      example: Object.values(before!.examples!).map((each) => 'value' in each && each.value)[0],
    });
    expect(after['ProjectId']).not.toHaveProperty('examples');
    expect(after['TaskId']!.examples).toEqual(other!.examples);
  });
});

describe('addresses of servers', () => {
  it('are written out where variables are all there is, and kept where they are a part', () => {
    const [cloud, own] = withServerAddresses(contract).servers;
    expect(cloud).toEqual(contract.servers[0]);
    expect(own).toMatchObject({ url: 'http://127.0.0.1:4020' });
    expect(own).not.toHaveProperty('variables');
  });
});

describe('samples', () => {
  it('are refused when no server gives the address that they call', () => {
    expect(() => withCodeSamples(contractWith({ servers: [] }))).toThrow(
      'No server of the contract has a variable host',
    );
  });
});
