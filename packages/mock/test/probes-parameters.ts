/** Probes of parameters in path and query. */
import { type Probe, type ProbeTarget, pathOf } from './probe.ts';

const unknown = 'f'.repeat(32);

const list =
  (query: string, facts: Partial<ProbeTarget> = {}) =>
  (target: ProbeTarget) => ({
    method: 'GET',
    path: `${pathOf({ ...target, ...facts }, 'listDatasources')}${query}`,
  });
const task = (id: string) => (target: ProbeTarget) => ({
  method: 'GET',
  path: pathOf(target, 'showTask', { task_id: id }),
});
const malformed = {
  failure: 'BadRequest' as const,
  says: 'Bad request: the path is malformed, by a percent escape perhaps.',
};
const invalid = (says: string) => ({ failure: 'InvalidParameters' as const, says });

export const parameterProbes: Probe[] = [
  {
    name: 'a bad percent escape in the path',
    send: list('', { project: '%zz' }),
    expect: malformed,
  },
  {
    name: 'an unfinished percent escape in the path',
    send: list('', { project: 'a%' }),
    expect: malformed,
  },
  {
    name: 'an overlong percent escape in the path',
    send: list('', { project: '%c0%af' }),
    expect: malformed,
  },
  {
    name: 'a bad percent escape in an unknown path',
    send: () => ({ method: 'GET', path: '/nowhere/%zz' }),
    expect: malformed,
  },
  {
    name: 'a bad percent escape in the path, and a method that no path has',
    send: () => ({ method: 'PATCH', path: '/nowhere/%zz' }),
    expect: malformed,
  },
  {
    name: 'a project that climbs',
    send: list('', { project: '..%2f..' }),
    expect: invalid('Path parameter [project_id]'),
  },
  {
    name: 'a project that is ..',
    send: list('', { project: '%2e%2e' }),
    expect: invalid('Path parameter [project_id]'),
  },
  {
    name: 'a project with a NUL',
    send: list('', { project: 'a%00b' }),
    expect: invalid('Path parameter [project_id]'),
  },
  {
    name: 'a project that is too long',
    send: list('', { project: 'p'.repeat(65) }),
    expect: invalid('Path parameter [project_id]'),
  },
  {
    name: 'an instance beyond ASCII',
    send: list('', { instance: '%e4%b8%ad' }),
    expect: invalid('Path parameter [instance_id]'),
  },
  {
    name: 'a wrong project and a wrong instance',
    send: list('', { project: 'a%20b', instance: '%00' }),
    expect: invalid(', and 1 more'),
  },
  { name: 'a task ID that is too short', send: task('ab'), expect: invalid('Path parameter [task_id]') },
  { name: 'a task ID that begins with a dot', send: task('.hidden'), expect: invalid('Path parameter [task_id]') },
  { name: 'a task that does not exist', send: task(unknown), expect: { failure: 'TaskNotFound' } },
  {
    name: 'deleting a task that does not exist',
    send: (t) => ({ method: 'DELETE', path: pathOf(t, 'deleteTask', { task_id: unknown }) }),
    expect: { failure: 'TaskNotFound' },
  },
  {
    name: 'the mappings of a task that does not exist',
    send: (t) => ({ method: 'GET', path: pathOf(t, 'listMultiTaskMappings', { task_id: unknown }) }),
    expect: { failure: 'TaskNotFound' },
  },
  {
    name: 'a data source that does not exist',
    send: (t) => ({ method: 'GET', path: pathOf(t, 'showDatasourceDetail', { datasource_id: unknown }) }),
    expect: { failure: 'DataSourceNotFound' },
  },
  {
    name: 'a data source whose ID has a character too many',
    send: (t) => ({ method: 'GET', path: pathOf(t, 'showDatasourceDetail', { datasource_id: 'a.b' }) }),
    expect: invalid('Path parameter [datasource_id]'),
  },
  {
    name: 'deleting a data source that does not exist',
    send: (t) => ({ method: 'DELETE', path: pathOf(t, 'deleteDatasourceInfoById', { datasource_id: unknown }) }),
    expect: { failure: 'DataSourceNotFound' },
  },
  {
    name: 'a limit that is no number',
    send: list('?limit=ten'),
    expect: invalid('Query parameter [limit] must be an integer'),
  },
  {
    name: 'a limit that is no whole number',
    send: list('?limit=1.5'),
    expect: invalid('Query parameter [limit] must be an integer'),
  },
  {
    name: 'a limit with a bad percent escape',
    send: list('?limit=%zz'),
    expect: { failure: 'BadRequest', says: 'escape' },
  },
  {
    name: 'a query whose escapes are no UTF-8',
    send: list('?datasource_name=%ff'),
    expect: { failure: 'BadRequest', says: 'escape' },
  },
  ...['', '1.0', '1e2', '0x10', '%2B1', '%201', '1%0a'].map((text) => ({
    name: `a limit written ${JSON.stringify(text)}`,
    send: list(`?limit=${text}`),
    expect: invalid('Query parameter [limit] must be an integer'),
  })),
  {
    name: 'a limit with a nought before it',
    send: list('?limit=010'),
    expect: { status: 200 },
  },
  {
    name: 'a word of a list that is empty',
    send: list('?sort_type='),
    expect: invalid('Query parameter [sort_type] must be one of'),
  },
  {
    name: 'a filter that is empty',
    send: list('?name=&app_id'),
    expect: { status: 200 },
  },
  {
    name: 'a limit below nought',
    send: list('?limit=-1'),
    expect: invalid('Query parameter [limit] must be at least 0'),
  },
  {
    name: 'a limit that is too high',
    send: list('?limit=1000'),
    expect: invalid('Query parameter [limit] must be at most 999'),
  },
  {
    name: 'a limit beyond all integers',
    send: list('?limit=99999999999999999999'),
    expect: invalid('Query parameter [limit] must be an integer'),
  },
  {
    name: 'a limit given twice',
    send: list('?limit=1&limit=2'),
    expect: invalid('Query parameter [limit] must be given once'),
  },
  {
    name: 'a type that does not exist',
    send: list('?datasource_type=PAPER'),
    expect: invalid('Query parameter [datasource_type] must be one of'),
  },
  {
    name: 'a query parameter that is not described',
    send: list('?limt=5'),
    expect: invalid('Query parameter [limt] is not described'),
  },
  {
    name: 'a query parameter of an odd name',
    send: list('?__proto__=5'),
    expect: invalid('Query parameter [__proto__] is not described'),
  },
  {
    name: 'a filter with a NUL',
    send: (t) => ({
      method: 'GET',
      path: `${pathOf(t, 'listMultiTaskMappings', { task_id: unknown })}?source_table=a%00b`,
    }),
    expect: invalid('Query parameter [source_table]'),
  },
  { name: 'a limit and an offset', send: list('?limit=1&offset=0'), expect: { status: 200 } },
  { name: 'a body on GET', send: (t) => ({ ...list('')(t), body: {} }), expect: invalid('The body must be empty') },
  {
    name: 'a body on DELETE',
    send: (t) => ({ method: 'DELETE', path: pathOf(t, 'deleteTask', { task_id: unknown }), body: {} }),
    expect: invalid('The body must be empty'),
  },
];
