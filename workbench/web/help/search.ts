import MiniSearch from 'minisearch';
import type { SearchEntry } from './SearchEntry';

// The search of the help, in the browser: what is typed is looked for in all pages, section by section.

/** Put in when the help is built. */
declare const SEARCH_ENTRIES: readonly SearchEntry[];

const MOST_SHOWN = 12;
/** Characters of the text before and behind what was found. */
const AROUND = 70;

const index = new MiniSearch<SearchEntry>({
  idField: 'address',
  fields: ['heading', 'text', 'page'],
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { heading: 4, page: 2 }, combineWith: 'AND' },
});
const byAddress = new Map(SEARCH_ENTRIES.map((entry) => [entry.address, entry]));
index.addAll([...byAddress.values()]);

const field = document.querySelector<HTMLInputElement>('#search');
const results = document.querySelector<HTMLUListElement>('#results');
const found = document.querySelector('#found');

function show(): void {
  if (!field || !results || !found) return;
  const hits = field.value.trim() === '' ? [] : index.search(field.value);
  results.replaceChildren(
    ...hits.slice(0, MOST_SHOWN).flatMap(({ id, terms }) => {
      const entry = byAddress.get(String(id));
      return entry ? [draw(entry, terms)] : [];
    }),
  );
  results.hidden = hits.length === 0;
  found.textContent = field.value.trim() === '' ? '' : hits.length === 0 ? 'Nothing found' : `${hits.length} found`;
}

function draw(entry: SearchEntry, terms: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = entry.address;
  const heading = document.createElement('strong');
  heading.textContent = entry.heading === entry.page ? entry.page : `${entry.page} › ${entry.heading}`;
  const excerpt = document.createElement('span');
  excerpt.textContent = excerptOf(entry.text, terms);
  link.append(heading, excerpt);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function excerptOf(text: string, terms: readonly string[]): string {
  const at = Math.max(0, ...terms.map((term) => text.toLowerCase().indexOf(term)));
  const start = Math.max(0, at - AROUND);
  const excerpt = text
    .slice(start, at + AROUND)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${start > 0 ? '…' : ''}${excerpt}${at + AROUND < text.length ? '…' : ''}`;
}

/** Closes the list, so that the page below can be read. */
function close(): void {
  if (results) results.hidden = true;
}

field?.addEventListener('input', show);
field?.addEventListener('focus', show);
field?.addEventListener('keydown', (event) => {
  const first = results?.querySelector('a');
  if (event.key === 'Enter') first?.click();
  if (event.key === 'ArrowDown') first?.focus();
});
results?.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const links = [...results.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  (next ?? field)?.focus();
});
results?.addEventListener('click', close);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
  if (event.key !== '/' || document.activeElement === field) return;
  event.preventDefault();
  field?.focus();
});
