/** Walks an OpenAPI document, and follows its references, which must stay inside it. */
import { pointerStep } from '@roma-fdi/contract';

export type Node = Record<string, unknown>;

/** Something in the document, and the JSON pointer of where it is written. */
export interface Place {
  readonly at: string;
  readonly node: Node;
}

export type Refuse = (at: string, why: string) => void;

export interface Reader {
  readonly document: Node;
  /** The members of an object, without those of extensions (`x-`). */
  entries(place: Place): (Place & { readonly key: string })[];
  /** What is written there, or to which it refers; undefined for nothing, and where a reference leads nowhere. */
  place(written: unknown, at: string): Place | undefined;
  /** Where it looked last. */
  last(): string;
}

export function createReader(document: Node, refuse: Refuse): Reader {
  let last = '#';
  function follow(written: unknown, at: string, seen: ReadonlySet<unknown>): Place | undefined {
    last = at;
    if (written === undefined) return undefined;
    if (!isNode(written)) {
      refuse(at, 'must be an object');
      return undefined;
    }
    const { $ref } = written;
    if ($ref === undefined) return { at, node: written };
    const target = typeof $ref === 'string' ? targetOf($ref) : undefined;
    if (target === undefined || seen.has(target)) {
      refuse(`${at}/$ref`, seen.has(target) ? 'refers to itself' : `leads nowhere inside the document: ${$ref}`);
      return undefined;
    }
    return follow(target, String($ref), new Set(seen).add(target));
  }

  function targetOf($ref: string): unknown {
    if (!$ref.startsWith('#/')) return undefined;
    let value: unknown = document;
    for (const step of decoded($ref.slice(2)).split('/'))
      value = (value as Node | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    return value;
  }

  return {
    document,
    entries: ({ at, node }) => {
      last = at;
      return Object.entries(node)
        .filter(([key]) => !key.startsWith('x-'))
        .map(([key, value]) => ({ key, at: `${at}/${pointerStep(key)}`, node: value as Node }));
    },
    last: () => last,
    place: (written, at) => follow(written, at, new Set()),
  };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
