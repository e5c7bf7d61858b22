/** Two requests with the signatures that the vendor's SDKs for Python and Node, which are independent of each other, gave them alike. */
import { routes } from '@roma-fdi/types';
import type { SignedParts } from '../src/signature/canonical-request.ts';

/** A request with what it is signed by and what comes out. */
export interface GoldenVector {
  readonly name: string;
  readonly parts: SignedParts;
  readonly body: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly projectId: string;
  readonly host: string;
  readonly date: string;
  readonly canonicalHash: string;
  readonly signature: string;
}

const host = 'roma.cn-north-4.myhuaweicloud.com';
const date = '20260101T000000Z';
const projectId = 'c53626012ba84727b938ca8bf03108ef';
const shared = {
  accessKey: 'EXAMPLEACCESSKEY',
  secretKey: 'example-secret-key-for-docs-only',
  projectId,
  host,
  date,
} as const;

function path(template: string, taskId = ''): string {
  return template
    .replace('{project_id}', projectId)
    .replace('{instance_id}', 'fae7ff6c-8e07-4cf8-9e67-589cab2f017c')
    .replace('{task_id}', taskId);
}

const common = [
  ['host', host],
  ['x-project-id', projectId],
  ['x-sdk-date', date],
] as const;

export const goldenVectors: readonly GoldenVector[] = [
  {
    ...shared,
    name: 'a POST with a body',
    body: '{"source_datasource_id":"30969b205e8f4392a25fb321112d1753","target_datasource_id":"30969b205e8f4392a25fb321112d1753","auto_mapping":false}',
    parts: {
      method: 'POST',
      path: path(routes.installMultiTasks.path),
      query: '',
      headers: [['content-type', 'application/json;charset=UTF-8'], ...common],
      signedHeaders: 'content-type;host;x-project-id;x-sdk-date',
      payloadHash: '858e8928a768b21e631fe9b166dc9a53f111d567f1ca19bab68a0ca8b2c62989',
    },
    canonicalHash: 'a4dd78b52f333db17d94ee9e42492bdb030f80af0aa70f0758d3bfd561279ab7',
    signature: 'e53cbebf3cfb1206b5a99e137d757407e9046ffc8ebb5f01cd26f3398121a88c',
  },
  {
    ...shared,
    name: 'a GET with a query',
    body: '',
    parts: {
      method: 'GET',
      path: path(routes.listMultiTaskMappings.path, '15366328208d4d77b76532fe9f4006a6'),
      query: 'offset=0&limit=10&source_table=db+1.t%2F%c3%a4*~',
      headers: common,
      signedHeaders: 'host;x-project-id;x-sdk-date',
      payloadHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
    canonicalHash: 'ac6c25c34066f9082cbd2ea582397ee5d3974f20bc38dc43d8189b13d811b416',
    signature: '78376bfb5af12c3c3d377276c985d174a167a0b324a514179b17c570566cda0f',
  },
];
