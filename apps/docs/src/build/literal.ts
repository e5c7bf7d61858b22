/** Writes a JSON value as the TypeScript literal that a person would write. */

/** What the site's panel of samples shows without scrolling. */
const width = 60;
const identifier = /^[A-Za-z_$][\w$]*$/;

/** The literal, on one line where it fits and else over several, indented by two spaces for each level. */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value !== 'object') return String(JSON.stringify(value));
  const entries = Array.isArray(value)
    ? (inner: string) => value.map((item) => literal(item, inner))
    : (inner: string) => Object.entries(value).map(([key, item]) => `${name(key)}: ${literal(item, inner)}`);
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  const inner = `${indent}  `;
  const parts = entries(inner);
  if (parts.length === 0) return `${open}${close}`;
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (!line.includes('\n') && indent.length + line.length <= width) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

function text(value: string): string {
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** `__proto__` is quoted in brackets: in any other form it would set the prototype. */
function name(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return identifier.test(key) ? key : text(key);
}
