/** A mapping that is made by hand, checked against both databases. */
import type { MultiTaskMappingCreateBody } from '@roma-fdi/types';
import { bothSides } from '../../matching/both-sides.ts';
import { MatchingError, type Side } from '../../matching/matching-error.ts';
import { readSide } from '../../matching/read-side.ts';
import { type Column, type ColumnPair, encodeColumns } from '../../store/columns.ts';
import type { DataSource, Scope } from '../../store/records.ts';
import type { CallInput } from '../../store/store.ts';
import { matchingFailure, unknownDataSource } from '../composite-tasks/matching-failure.ts';
import type { Parts } from '../parts.ts';
import { type GivenTable, tableOfBody, tableOfCatalog } from './given-table.ts';
import { mismatch } from './mapping-failure.ts';

type GivenMapping = Pick<CallInput<'createMapping'>, 'serverId' | 'pair' | 'mapping'>;

/**
 * Where a database cannot be read, its side is taken as it is given, if all of it is given.
 * @throws {Failure} in the contract's words
 */
export async function givenMapping(
  { store, sources }: Parts,
  scope: Scope,
  body: MultiTaskMappingCreateBody,
  signal: AbortSignal,
): Promise<GivenMapping> {
  const find = async (side: Side): Promise<DataSource> => {
    const found = await store.findDataSource({ ...scope, id: body[`${side}_datasource_id`] }, signal);
    if (!found) throw unknownDataSource(side);
    return found;
  };
  const dataSources = await bothSides(find);

  const tableOf = async (dataSource: DataSource, side: Side): Promise<GivenTable> => {
    // Before the database is read: what is missing in the body is no news from there.
    const whole = tableOfBody(side, body);
    try {
      return tableOfCatalog(await readSide(sources, dataSource, side, signal), side, body);
    } catch (error) {
      if (!(error instanceof MatchingError)) throw error;
      if (error.kind === 'unreadable' && whole) return whole;
      throw matchingFailure(error);
    }
  };
  const { source, target } = await bothSides((side) => tableOf(dataSources[side], side));

  const pairs = columnPairs(body.mapping_columns ?? [], source, target);
  return {
    serverId: body.ext_info?.server_id || null,
    pair: { source: dataSources.source.id, target: dataSources.target.id },
    mapping: {
      sourceSchema: source.schema,
      sourceTable: source.name,
      targetSchema: target.schema,
      targetTable: target.name,
      // What a person has said is certain.
      percent: source.columns.length === 0 ? 0 : Math.floor((100 * pairs.length) / source.columns.length),
      ...encodeColumns({ sourceColumns: source.columns, targetColumns: target.columns, columnPairs: pairs }),
    },
  };
}

type MappingColumns = NonNullable<MultiTaskMappingCreateBody['mapping_columns']>;

function columnPairs(mapped: MappingColumns, source: GivenTable, target: GivenTable): ColumnPair[] {
  const from = positionsOf(source);
  const to = positionsOf(target);
  const taken = { source: new Set<number>(), target: new Set<number>() };
  const position = (side: Side, name: string, index: number): number => {
    const table = side === 'source' ? source : target;
    const place = `mapping_columns.${index}.${side}_column`;
    const at = (side === 'source' ? from : to).get(name);
    if (at === undefined) throw mismatch(place, `${table.schema}.${table.name} has no column [${name}].`);
    if (taken[side].has(at)) throw mismatch(place, `the column [${name}] stands in another pair already.`);
    taken[side].add(at);
    return at;
  };
  const pairs = mapped.map(
    ({ source_column, target_column }, index): ColumnPair => [
      position('source', source_column, index),
      position('target', target_column, index),
    ],
  );
  return pairs.toSorted(([one], [other]) => one - other);
}

const positionsOf = ({ columns }: GivenTable): Map<string, number> =>
  new Map(columns.map(([name]: Column, index) => [name, index]));
