/** What every server of the contract does alike over HTTP: pure functions on the types of `node:http`. */
export { announcesBody, checkAnnouncedBody, checkUnprovedBody, tooLarge } from './announced-body.ts';
export { judgeOrigin, type OriginVerdict } from './cross-origin.ts';
export { drained } from './drain.ts';
export { formTypes, isForm } from './form-body.ts';
export { gone, hasGone } from './gone.ts';
export { type Connection, oneAtATime } from './one-at-a-time.ts';
export { refuseBeforeRequest } from './parser-errors.ts';
export { parseQuery } from './query.ts';
export { readRequestBody } from './request-body.ts';
export { requestId } from './request-id.ts';
export { malformedPath, readTarget, type Target } from './target.ts';
