import { describe, expect, it } from 'vitest';
import { type Contract, contract } from './contract.ts';
import { readContradictions, type WrittenContradiction, writtenContradictions } from './contradictions.ts';
import { contradictionsPage } from './contradictions-page.ts';

/** The first contradiction, changed, as the only one. */
const changed = (change: Partial<WrittenContradiction>) => [{ ...writtenContradictions()[0]!, ...change }];

describe('the contradictions that are shown', () => {
  it('are all that contradictions.yaml has, each with the places that it is about', () => {
    expect(readContradictions(contract).map(({ id, places }) => [id, places.map(({ name }) => name)])).toEqual(
      writtenContradictions().map(({ id, at }) => [id, at]),
    );
  });

  it('lead to operations, schemas and parameters by the names that readers know', () => {
    const [shown] = readContradictions(
      contract,
      changed({ at: ['showTask', 'MultiTaskPair', 'TaskId', 'ColumnsTableName'] }),
    );
    expect(shown?.places.map(({ kind, text, href }) => [kind, text, href])).toEqual([
      ['operation', 'showTask', 'index.html#/tasks/showtask'],
      ['schema', 'MultiTaskPair', 'index.html#/schemas/multitaskpair'],
      [
        expect.stringMatching(/^parameter of \d+ operations$/),
        'task_id',
        expect.stringMatching(/^index\.html#\/[\w/-]+#[\w/-]+\/t=request&in=path&path=task_id$/),
      ],
      [
        'parameter of listDatasourceColumns',
        'table_name',
        expect.stringMatching(/listdatasourcecolumns\/t=request&in=query&path=table_name$/),
      ],
    ]);
  });

  it('have their names in words', () => {
    const [shown] = readContradictions(contract, changed({ id: 'length-of-task-ids' }));
    expect(shown?.title).toBe('Length of task IDs');
  });

  it.each([
    [{ at: ['MultiTaskInitBdy'] }, 'is about MultiTaskInitBdy, which the contract does not have'],
    [{ at: [] }, 'is about nothing'],
    [{ affects: 'somebody' }, 'affects somebody: it must be caller or nobody'],
  ])('cannot be shown with %j: the build fails and names the entry', (change, why) => {
    expect(() => readContradictions(contract, changed(change))).toThrow(`The contradiction init-answer-wrapped of`);
    expect(() => readContradictions(contract, changed(change))).toThrow(why);
  });

  it('cannot be shown when the contract loses what one is about', () => {
    const without: Contract = structuredClone(contract);
    delete without.components.schemas['MultiTaskPair'];
    expect(() => contradictionsPage(without)).toThrow(
      'ids-under-two-names of spec/contradictions.yaml is about MultiTaskPair',
    );
  });
});
