/** What a stranger could change of a signed request on its way: each change must be refused. */

/** A signed request as it is sent. */
export interface SignedRequest {
  readonly url: string;
  readonly method: string;
  /** Names as they are written. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface Tampering {
  readonly name: string;
  readonly request: SignedRequest;
}

/** Some 200 changes of a POST with a JSON body and a query; none of them is a request that its signer could have meant. */
export function tamperings(request: SignedRequest, otherKey: string): Tampering[] {
  const { headers, body = '', url } = request;
  const authorization = headers['Authorization'] ?? '';
  const [, list = ''] = /SignedHeaders=([^,]*)/.exec(authorization) ?? [];
  const names = list.split(';');
  const withHeader = (name: string, value: string): SignedRequest => ({
    ...request,
    headers: { ...headers, [name]: value },
  });
  const withList = (changed: readonly string[]): SignedRequest =>
    withHeader('Authorization', authorization.replace(list, changed.join(';')));
  const withUrl = (change: (parsed: URL) => void): SignedRequest => {
    const parsed = new URL(url);
    change(parsed);
    return { ...request, url: parsed.href };
  };
  const date = headers['X-Sdk-Date'] ?? '';
  const all: Record<string, SignedRequest> = {
    'another value in the query': withUrl(({ searchParams }) => searchParams.set('limit', '9')),
    'one parameter more': withUrl(({ searchParams }) => searchParams.append('offset', '1')),
    'one parameter twice': withUrl(({ searchParams }) => searchParams.append('limit', '10')),
    'no query': withUrl((parsed) => {
      parsed.search = '';
    }),
    'another project': withUrl((parsed) => {
      parsed.pathname = parsed.pathname.replace(/^\/v2\/[^/]+/, '/v2/another');
    }),
    'another instance': withUrl((parsed) => {
      parsed.pathname = parsed.pathname.replace(/instances\/[^/]+/, 'instances/another');
    }),
    'another key that the server knows': withHeader(
      'Authorization',
      authorization.replace(/Access=[^,]+/, `Access=${otherKey}`),
    ),
    'a key that nobody knows': withHeader('Authorization', authorization.replace(/Access=[^,]+/, 'Access=NOBODY')),
    'a date one second later': withHeader('X-Sdk-Date', later(date, 1)),
    'a date 16 minutes later': withHeader('X-Sdk-Date', later(date, 16 * 60)),
    'a date 16 minutes earlier': withHeader('X-Sdk-Date', later(date, -16 * 60)),
    'no date': withHeader('X-Sdk-Date', ''),
    'no body': { ...request, body: undefined },
    'a longer body': { ...request, body: `${body} ` },
    'a header more in the list': withList([...names, 'accept']),
    'an absent header in the list': withList([...names, 'x-absent']),
    'the list in another order': withList([...names].reverse()),
    'no signature': withHeader('Authorization', authorization.replace(/Signature=.*/, 'Signature=')),
    'an unsigned statement that the body is not signed': {
      ...withHeader('X-Sdk-Content-Sha256', 'UNSIGNED-PAYLOAD'),
      body: '{}',
    },
  };
  for (const name of names) {
    all[`${name} out of the list`] = withList(names.filter((other) => other !== name));
    const written = Object.keys(headers).find((header) => header.toLowerCase() === name);
    if (written) all[`another value of ${name}`] = withHeader(written, `${headers[written]}x`);
  }
  for (let place = 1; place <= 64; place++) {
    const nibble = (Number.parseInt(authorization.at(-place) ?? '', 16) ^ 8).toString(16);
    const changed = authorization.slice(0, -place) + nibble + authorization.slice(authorization.length - place + 1);
    all[`nibble ${place} of the signature`] = withHeader('Authorization', changed);
  }
  for (let at = 0; Object.keys(all).length < 200 && at < body.length; at++) {
    const changed = String.fromCharCode(body.charCodeAt(at) ^ 1);
    all[`byte ${at} of the body`] = { ...request, body: body.slice(0, at) + changed + body.slice(at + 1) };
  }
  return Object.entries(all).map(([name, changed]) => ({ name, request: changed }));
}

function later(date: string, seconds: number): string {
  const time = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return new Date(time + seconds * 1000).toISOString().replace(/[:-]|\.\d+/g, '');
}
