/** The page of what the vendor's documents contradict each other in, and what holds here. */
import type { Contract } from './contract.ts';
import { readContradictions, type ShownContradiction } from './contradictions.ts';
import { escaped, link, prose } from './html.ts';
import { page, type Section } from './page.ts';

export function contradictionsPage(contract: Contract): string {
  const all = readContradictions(contract);
  const [met, unmet] = [true, false].map((meets) => all.filter(({ meetsCaller }) => meetsCaller === meets)) as [
    ShownContradiction[],
    ShownContradiction[],
  ];
  return page({
    name: 'contradictions',
    site: contract.info.title,
    title: 'Contradictions',
    summary: `Where the vendor's documents contradict each other, and what holds here. ${contract.info.title}.`,
    lead: `<p class="lead">The vendor’s documents contradict each other, and sometimes themselves, in ${all.length} places. Each is
decided here, so that the document says one thing. The cloud may decide otherwise: nothing here was run against it.</p>`,
    find: 'Find a contradiction',
    examples: all[0]?.places[0]?.text ?? '',
    sections: [
      section('met', 'You may meet these', 'A request or an answer of yours can depend on what was decided.', met),
      section(
        'unmet',
        'You meet none of these',
        'All sources of today agree, or what they say binds no answer.',
        unmet,
      ),
    ],
  });
}

function section(id: string, title: string, text: string, entries: readonly ShownContradiction[]): Section {
  return { id, title, count: entries.length, body: `<p>${escaped(text)}</p>\n${entries.map(entry).join('\n')}` };
}

function entry({ id, title, says, decided, places }: ShownContradiction): string {
  const links = places.map(({ kind, text, href }) => `<li><span class="kind">${kind}</span> ${link(href, text)}</li>`);
  return `<article class="entry both" data-entry="${id}">
<h3 id="${id}">${escaped(title)} <a class="anchor" href="#${id}" aria-label="Link to this contradiction">#</a></h3>
<dl><div><dt>The documents say</dt><dd>${prose(says)}</dd></div><div><dt>Here</dt><dd>${prose(decided)}</dd></div></dl>
<ul class="places" aria-label="Where it is met in the reference">${links.join('')}</ul>
</article>`;
}
