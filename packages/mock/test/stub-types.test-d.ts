import { fault, type Mock, type MockOptions, startMock } from '@roma-fdi/mock';

declare const mock: Mock;
declare const options: MockOptions;

// Examples, failures and statuses are those of the operation.
mock.on('installMultiTasks').once('auto-mapping').once('UnknownDataSource').always(503);
mock.on('showTask').sequence('TaskNotFound', 200);
// @ts-expect-error no such operation
mock.on('initTask');
// @ts-expect-error an example of another operation
mock.on('showTask').once('auto-mapping');
// @ts-expect-error a failure of other operations
mock.on('installMultiTasks').once('NameTaken');
// @ts-expect-error an undocumented status
mock.on('installMultiTasks').once(418);

// A body is that of its status, or breaks the contract on purpose.
mock.on('installMultiTasks').once({ status: 200, body: [{ task_id: 'a-task' }], headers: { 'X-Request-Id': 'a' } });
mock.on('installMultiTasks').once({ status: 400, body: { error_code: 'a', error_msg: 'b' } });
// @ts-expect-error a wrong type in the body
mock.on('installMultiTasks').once({ status: 200, body: [{ task_id: 7 }] });
mock.on('installMultiTasks').once({ status: 418, body: 'short and stout', breaksContract: true });

// A fault happens to an answer of the operation.
mock.on('installMultiTasks').once(fault.delay(500)).once(fault.delay(500, 'pair-only'));
mock.on('installMultiTasks').once(fault.cutBody(10, { status: 200, body: [{ task_id: 'a-task' }] }));
// @ts-expect-error a fault of an answer that the operation does not have
mock.on('showTask').once(fault.delay(500, 'pair-only'));

// Functions know the call.
mock
  .on('listMultiTaskMappings')
  .when(({ pathParameters, query, headers }) => pathParameters.task_id === 'a' && query.limit === 7 && 'a' in headers)
  .always(async ({ body, signal }) => (body === undefined && signal.aborted ? 404 : 'TaskNotFound'));
// @ts-expect-error no such parameter
mock.on('showTask').when(({ pathParameters }) => pathParameters.tusk_id === 'a');
mock.on('installMultiTasks').once(({ body }) => (body?.auto_mapping ? 'auto-mapping' : 'id-only'));
mock
  .on('installMultiTasks')
  .once(async () => 503)
  .always(async () => 'auto-mapping');
mock.on('installMultiTasks').once(async () => ({ status: 200, body: [{ task_id: 'a-task' }] }));
// @ts-expect-error a wrong type in a body that comes later
mock.on('installMultiTasks').once(async () => ({ status: 200, body: [{ task_id: 7 }] }));
// @ts-expect-error a function that gives an example of another operation
mock.on('showTask').once(() => 'auto-mapping');

// A document of one's own has any operations; a mock of it is no less a mock.
const own = await startMock({ document: {} });
own.on('anything').once('whatever').once({ status: 299, body: 1 });
const general: Mock<string> = await startMock(options);
const known: Mock = general;
known.on('showTask').once('TaskNotFound');
