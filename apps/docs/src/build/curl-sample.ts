/** The sample of an operation as a cURL command that runs in a POSIX shell as it stands. */
import type { OperationExample } from './operation-example.ts';

/** `query` names the parameters to send with their example values. */
export function curlSample(
  { method, path, values, body, isForm }: OperationExample,
  query: readonly string[],
  url: string,
): string {
  const target = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(values[name]));
  const search = query.map((name) => `${encode(name)}=${encode(values[name])}`).join('&');
  const lines = [
    `curl --fail-with-body --request ${method}`,
    `"\${FDI_URL:-${url}}${target}${search && `?${search}`}"`,
    `--header "X-Auth-Token: $FDI_TOKEN"`,
  ];
  if (isForm) {
    for (const [name, value] of Object.entries(body as object))
      lines.push(`--data-urlencode ${quote(`${name}=${value}`)}`);
  } else if (body !== undefined) {
    lines.push(`--header 'Content-Type: application/json'`, `--data ${quote(JSON.stringify(body, null, 2))}`);
  }
  return `${lines.join(' \\\n  ')}\n`;
}

/** One word of a POSIX shell, whatever the text holds. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Percent-encoded for a URL inside double quotes: `!` would be history expansion in an interactive shell. */
function encode(value: unknown): string {
  return encodeURIComponent(String(value)).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
