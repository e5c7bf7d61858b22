/** The page of all failures, by what their reader does about them. */
import type { Contract } from './contract.ts';
import { type Action, actions, readFailures, type ShownFailure } from './failures.ts';
import { escaped, link, listed, prose } from './html.ts';
import { page, type Section } from './page.ts';
import { type FindInReference, referenceLinks } from './reference-links.ts';
import { linkTo } from './site-header.ts';

export function errorsPage(contract: Contract): string {
  const failures = readFailures(contract);
  const find = referenceLinks(contract);
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(item)).length;
  const sections = (Object.keys(actions) as Action[])
    .map((action) => sectionOf(action, failures, find, operations))
    .filter(({ count }) => count > 0);
  return page({
    name: 'errors',
    site: contract.info.title,
    title: 'Errors',
    summary: `Every error that the API answers, what causes it and what to do about it. ${contract.info.title}.`,
    lead: `<p class="lead">Every error that you may meet, by what you do about it. Have one at hand? Put its code, its
name, a word of its message or the whole answer into the field.</p>
<p>Several failures share a code. A self-hosted server and the mock tell them apart by name, in the header
<code>X-Failure</code>; the client has the name on its <code>ApiError</code>. The ${linkTo('reference', '/section/how-a-request-is-checked', 'order of the checks')}
says which failure answers a request with several faults.</p>`,
    find: 'Find an error',
    examples: examplesOf(failures),
    sections,
  });
}

/** A code, and the name of another failure. */
function examplesOf([first, second]: readonly ShownFailure[]): string {
  return `${first?.code}, ${second?.name}, or an answer`;
}

function sectionOf(
  action: Action,
  failures: readonly ShownFailure[],
  find: FindInReference,
  operations: number,
): Section {
  const all = failures.filter((failure) => failure.action === action);
  const { title, text } = actions[action];
  const show = (failure: ShownFailure) => entry(failure, raisedText(failure, find, operations));
  const known = all.filter(({ raised }) => raised !== 'unknown');
  const unknown = all.filter(({ raised }) => raised === 'unknown');
  const more =
    unknown.length === 0
      ? ''
      : `<details class="more" data-more>
<summary>${unknown.length} more that the vendor lists, and nothing here answers</summary>
${unknown.map(show).join('\n')}
</details>`;
  return {
    id: action,
    title,
    count: all.length,
    body: `<p>${escaped(text)}</p>\n${known.map(show).join('\n')}\n${more}`,
  };
}

/** The name is also the anchor. It stands on what is folded, which browsers unfold for it. */
function entry({ name, status, code, message, meaning, cause, remedy, isNearestCode }: ShownFailure, raised: string) {
  const facts = [
    ['Cause', prose(cause)],
    ['What to do', prose(remedy)],
    ['Message', `<code class="message">${escaped(message)}</code>`],
    ['Answered by', raised],
    ['In the client', `<a href="#${name}"><code>isApiError(error, '${name}')</code></a>`],
    ...(isNearestCode ? [['Code', 'The nearest one: the vendor’s documents have none for this case.']] : []),
  ].map(([term, fact]) => `<div><dt>${term}</dt><dd>${fact}</dd></div>`);
  return `<details class="entry" data-entry="${name}">
<summary><h3>${prose(meaning)}</h3><span class="tags"><code>${status}</code><code>${escaped(code)}</code><code>${name}</code></span></summary>
<dl id="${name}">${facts.join('')}</dl>
</details>`;
}

function raisedText({ raised }: ShownFailure, find: FindInReference, operations: number): string {
  if (raised === 'before-operations') return 'Anything that is no operation, before one is found.';
  if (raised === 'inside-answers')
    return 'No operation as a whole: it stands within a successful answer, beside what it is about.';
  if (raised === 'unknown') return 'Nothing here. The vendor lists it without saying where it comes from.';
  if (raised.length === operations) return 'Every operation.';
  return `${listed(raised.map((id) => link(find(id)!.href, id)))}.`;
}
