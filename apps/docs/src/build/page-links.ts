/** Leads from the reference to the other pages: a page of errors in place of their table, and from each place what is known of it. */

import type { Contract } from './contract.ts';
import { readContradictions, type ShownContradiction } from './contradictions.ts';
import { type Action, actions, readFailures, type ShownFailure } from './failures.ts';
import { listed } from './html.ts';
import { pages } from './reference-links.ts';

/** The same contract whose descriptions link to the pages of errors and contradictions. */
export function withPageLinks(contract: Contract): Contract {
  const linked = structuredClone(contract);
  const failures = readFailures(contract);
  const contradictions = readContradictions(contract);
  linked.info.description = withoutTable(linked.info.description, failures, contradictions.length);
  const operations = Object.values(linked.paths).flatMap((item) => Object.values(item));
  for (const operation of operations) {
    // What every operation may fail with is said once, on the page itself.
    const own = failures.filter(
      ({ raised }) => raised.includes(operation.operationId) && raised.length < operations.length,
    );
    const names = own.map(({ name }) => `[${name}](${pages.errors}#${name})`);
    append(
      operation,
      names.length > 0 && `Fails with ${listed(names)}, or as [every operation](${pages.errors}) does.`,
    );
    append(operation, disagreement(contradictions, operation.operationId));
  }
  const { schemas, parameters } = linked.components;
  for (const [name, place] of [...Object.entries(schemas), ...Object.entries(parameters)])
    append(place, disagreement(contradictions, name));
  return linked;
}

function append(place: { description?: string }, text: string | false): void {
  if (text) place.description = `${place.description?.trimEnd() ?? ''}\n\n${text}`.trimStart();
}

/** What the vendor's documents do not agree about at the place, where a caller meets it. */
function disagreement(contradictions: readonly ShownContradiction[], place: string): string | false {
  const here = contradictions.filter(
    ({ meetsCaller, places }) => meetsCaller && places.some(({ name }) => name === place),
  );
  const links = here.map(({ id, title }) => `[${title}](${pages.contradictions}#${id})`);
  return links.length > 0 && `The vendor's documents contradict each other here: ${listed(links)}.`;
}

const heading = '\n## Errors\n';

/** The table of all failures stands last in the description; here a page has them. */
function withoutTable(description: string, failures: readonly ShownFailure[], contradictions: number): string {
  const at = description.indexOf(heading);
  const section = at === -1 ? '' : description.slice(at + heading.length).trim();
  // A heading behind it would be thrown away with the table.
  if (!section.split('\n').at(-1)?.startsWith('|') || section.includes('\n## '))
    throw new Error(`The contract's description does not end with the table of failures that page-links.ts replaces.`);
  const rows = (Object.keys(actions) as Action[]).map((action) => {
    const count = failures.filter((failure) => failure.action === action).length;
    return `- [${actions[action].title}](${pages.errors}#${action}) (${count}): ${actions[action].text}`;
  });
  return `${description.slice(0, at)}${heading}
[All ${failures.length} errors](${pages.errors}) have a page of their own, with a field that finds one by its code, its name or a word
of its message. They are grouped by what you do about them:

${rows.join('\n')}

## Contradictions

The vendor's documents contradict each other in ${contradictions} places. [What they say and what holds here](${pages.contradictions})
has a page of its own.
`;
}
