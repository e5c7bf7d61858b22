/** Each operation as a function of its own, so that a bundle holds what it calls and nothing else. */
export type { Answer } from './answers/answer.ts';
export * from './calls/composite-tasks.ts';
export * from './calls/data-sources.ts';
export * from './calls/mappings.ts';
export * from './calls/tasks.ts';
export { connect } from './connect.ts';
export type { CallOptions, ConnectOptions } from './options.ts';
export { type Region, regionUrl } from './region.ts';
export type { Call, Connection } from './wire/call.ts';
export type { Input, Result } from './wire/operation-types.ts';
