/** What a mock keeps of a call. */

/** A call that the mock answered, or refused for its parameters or body. */
export interface MockRequest {
  operationId: string;
  method: string;
  /** Path and query as they were sent, the values of secret query parameters masked. */
  url: string;
  /** Decoded. */
  pathParameters: Readonly<Record<string, string>>;
  /** As text; one that was given more than once has a list. */
  query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case. Credentials, and whatever else is a secret by its name, are `***`. */
  headers: Readonly<Record<string, string | string[]>>;
  /** The parsed body, of form data an object of its fields; undefined where none was sent. Secrets are `***`. */
  body: unknown;
  /** Status of the answer; undefined where the connection was reset before there was one. */
  status: number | undefined;
  /** The stub that answered, as it is written in the test, and where; absent where none did. */
  stub?: string;
  /** The fault that happened to the answer, such as `fault.delay(500)`; absent where none did. */
  fault?: string;
}
