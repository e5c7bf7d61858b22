/** Every request that the contract has an example of, ready to be sent. */
import { type Operation, readContract } from '@roma-fdi/contract';

export interface StoryRequest {
  readonly operation: Operation;
  /** Of the example, of a body or of a parameter. */
  readonly name: string;
  /** Path and query. */
  readonly target: string;
  readonly body: string | URLSearchParams | FormData | undefined;
  readonly mediaType: string | undefined;
}

/** One request for each named example and each media type that its body may have; what an example leaves open is that of the first. */
export function storyRequests(): StoryRequest[] {
  return readContract().operations.flatMap((operation) => {
    const { parameters, body } = operation;
    // One that is the same under all of several keys, such as the project, makes no other request.
    const telling = parameters.filter(({ examples }) => examples.size === 1 || new Set(examples.values()).size > 1);
    const names = new Set([
      ...(body?.examples.keys() ?? []),
      ...telling.flatMap(({ examples }) => [...examples.keys()]),
    ]);
    return [...(names.size > 0 ? names : ['the only one'])].flatMap((name): StoryRequest[] => {
      const target = targetOf(operation, name);
      if (!body) return [{ operation, name, target, body: undefined, mediaType: undefined }];
      const value = (body.examples.has(name) ? body.examples.get(name) : [...body.examples.values()][0]) as object;
      return body.mediaTypes.map((mediaType) => ({
        operation,
        name,
        target,
        body: written(mediaType, value),
        mediaType,
      }));
    });
  });
}

/** Where the request goes: parameters that the example names, and otherwise those of the path and those that are required. */
function targetOf({ path, parameters }: Operation, name: string): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name: parameter, in: place, required, examples, example } of parameters) {
    const value = String(examples.has(name) ? examples.get(name) : example);
    if (place === 'path') filled = filled.replace(`{${parameter}}`, encodeURIComponent(value));
    if (place === 'query' && (required || examples.has(name))) query.set(parameter, value);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function written(mediaType: string, value: object): StoryRequest['body'] {
  const fields = Object.entries(value).map(([name, field]): [string, string] => [name, String(field)]);
  if (mediaType === 'application/x-www-form-urlencoded') return new URLSearchParams(fields);
  if (mediaType !== 'multipart/form-data') return JSON.stringify(value);
  const form = new FormData();
  for (const [name, field] of fields) form.append(name, field);
  return form;
}

/** What fetch needs besides the address; it says itself which form data it sends. */
export function requestInit({ operation, body, mediaType }: StoryRequest, token: string): RequestInit {
  const headers: Record<string, string> = { 'X-Auth-Token': token };
  if (typeof body === 'string' && mediaType !== undefined) headers['Content-Type'] = mediaType;
  return { method: operation.method, headers, ...(body !== undefined && { body }) };
}
