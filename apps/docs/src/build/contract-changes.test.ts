import { describe, expect, it } from 'vitest';
import { withCodeSamples } from './code-samples.ts';
import { type Contract, contract } from './contract.ts';
import { withOriginMarks } from './origin-marks.ts';
import { withPageLinks } from './page-links.ts';
import { withWholeParameterTexts } from './parameter-texts.ts';
import { withServerAddresses } from './server-addresses.ts';

const changes = { withPageLinks, withCodeSamples, withOriginMarks, withWholeParameterTexts, withServerAddresses };

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

describe('links to the other pages', () => {
  const linked = withPageLinks(contract);
  const operation = (id: string) =>
    Object.values(linked.paths)
      .flatMap((item) => Object.values(item))
      .find(({ operationId }) => operationId === id);

  it('stand in place of the table of failures', () => {
    expect(contract.info.description).toContain('| Status | Code |');
    expect(linked.info.description).not.toContain('| Status |');
    expect(linked.info.description).toMatch(/\(errors\.html#change-request\) \(\d+\)/);
    expect(linked.info.description).toContain('(contradictions.html)');
  });

  it('stand at each operation, for what it fails with besides what every operation fails with', () => {
    expect(operation('deleteDatasourceInfoById')?.description).toMatch(
      /\n\nFails with \[DataSourceInUse\]\(errors\.html#DataSourceInUse\) and \[DataSourceNotFound\]\(errors\.html#DataSourceNotFound\), or as \[every operation\]\(errors\.html\) does\.$/m,
    );
    expect(operation('deleteDatasourceInfoById')?.description).not.toContain('Unauthenticated');
  });

  it('stand where a caller meets a contradiction, and not where nobody does', () => {
    expect(operation('installMultiTasks')?.description).toContain('(contradictions.html#init-answer-wrapped)');
    expect(linked.components.parameters['TaskId']?.description).toContain('(contradictions.html#length-of-task-ids)');
    expect(linked.components.schemas['DatasourceType']).toEqual(contract.components.schemas['DatasourceType']);
  });

  it('are refused when the description does not end with the table of failures', () => {
    const info = { ...contract.info, description: `${contract.info.description}\nMore.` };
    expect(() => withPageLinks(contractWith({ info }))).toThrow('does not end with the table of failures');
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
