// The field that finds entries: by words of theirs, by a whole answer, or by what stands behind # in the address.
(() => {
  const field = document.querySelector('#find');
  const found = document.querySelector('#found');
  const shownEntry = '[data-entry]:not([hidden])';
  const counts = [...document.querySelectorAll('[data-count]')];
  const sections = [...document.querySelectorAll('[data-section], [data-more]')];

  // A name such as NameTaken is also found by its words.
  const textOf = (entry) =>
    `${entry.dataset.entry.replace(/([a-z])([A-Z])/g, '$1 $2')} ${entry.textContent}`.toLowerCase();
  const entries = [...document.querySelectorAll('[data-entry]')].map((entry) => ({
    entry,
    text: textOf(entry),
    opened: false,
  }));

  // Quotes, brackets and the dot behind a sentence belong to no word; the dot within a code does.
  const wordsOf = (query) => [...new Set(query.toLowerCase().match(/[\p{L}\p{N}_]+([.-][\p{L}\p{N}_]+)*/gu) ?? [])];

  // Entries with all words; where none has them, as in a whole answer that names the reader's own things, those that come close. A
  // word that few entries have says more than one that many have.
  function matching(words) {
    const all = entries.filter(({ text }) => words.every((word) => text.includes(word)));
    if (all.length > 0) return all;
    const weights = words.map((word) => {
      const having = entries.filter(({ text }) => text.includes(word)).length;
      return having === 0 ? 0 : Math.log(1 + entries.length / having);
    });
    const scored = entries.map((each) => ({
      each,
      score: words.reduce((sum, word, index) => sum + (each.text.includes(word) ? weights[index] : 0), 0),
    }));
    const best = Math.max(...scored.map(({ score }) => score));
    return best === 0 ? [] : scored.filter(({ score }) => score > 0.8 * best).map(({ each }) => each);
  }

  function show() {
    const words = wordsOf(field.value);
    const shown = words.length === 0 ? entries : matching(words);
    const opens = words.length > 0 && shown.length <= 3;
    for (const each of entries) {
      each.entry.hidden = !shown.includes(each);
      if (!('open' in each.entry)) continue;
      // What the reader opened stays open; what the field opened is closed again.
      const open = opens && !each.entry.hidden;
      if (open && !each.entry.open) each.opened = each.entry.open = true;
      else if (!open && each.opened) each.opened = each.entry.open = false;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector(shownEntry);
      if ('more' in section.dataset) section.open = words.length > 0 && !section.hidden;
    }
    for (const count of counts)
      count.textContent = document
        .getElementById(count.dataset.count)
        .parentElement.querySelectorAll(shownEntry).length;
    found.textContent = words.length === 0 ? '' : `${shown.length || 'none'} of ${entries.length}`;
  }

  // Behind # stands an anchor, else what to find.
  function follow() {
    const target = decodeURIComponent(location.hash.slice(1));
    const place = document.getElementById(target);
    if (!place) field.value = target;
    else if (place.closest('[hidden]')) field.value = '';
    show();
    for (let folded = place?.closest('details'); folded; folded = folded.parentElement.closest('details'))
      folded.open = true;
    place?.scrollIntoView();
  }

  document.querySelector('.find').hidden = false;
  field.addEventListener('input', () => {
    show();
    // What is found begins below the field, wherever the reader was.
    const first = sections.find((section) => !section.hidden);
    if (first && first.getBoundingClientRect().top < field.getBoundingClientRect().bottom) first.scrollIntoView();
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    field.value = '';
    show();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
    event.preventDefault();
    field.focus();
  });
  addEventListener('hashchange', follow);
  if (location.hash) follow();
})();
