import type { TemplateView } from '../../machines/sendTemplate';
import { isSendable } from '../../handlers/numbers/templates/sendableTemplates';
import type { TemplateRow } from '../../handlers/numbers/templates/templates';

/** Entries on one page: few enough to read in a contextual bar without much scrolling. */
export const PAGE = 8;

/** One name, with all its languages that match. */
export interface ListedTemplate {
  name: string;
  rows: TemplateRow[];
}

/** A page of the list. */
export interface ListedPage {
  entries: ListedTemplate[];
  /** The number of matching names on all pages. */
  total: number;
  page: number;
  /** All languages of the list, whatever the search. */
  languages: string[];
}

/**
 * A page of a number's templates: one entry for each name, recently used ones first, the others by name. The search
 * matches the words of the names and ignores capitals and underscores.
 *
 * @param recent names in the order of their last use, the latest first
 */
export function listTemplates(
  rows: readonly TemplateRow[],
  view: TemplateView,
  recent: readonly string[] = [],
): ListedPage {
  const words = plain(view.search).split(' ').filter(Boolean);
  const fits = (row: TemplateRow) =>
    (view.language === '' || row.language === view.language) &&
    (view.status === '' || isSendable(row.status) === (view.status === 'sendable')) &&
    words.every((word) => plain(row.name).includes(word));
  const groups = new Map<string, TemplateRow[]>();
  for (const row of rows.filter(fits)) {
    const group = groups.get(row.name);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.name, [row]);
    }
  }
  const rank = new Map(recent.map((name, at) => [name, at]));
  const rankOf = (name: string) => rank.get(name) ?? recent.length;
  const names = [...groups.keys()].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  const page = Math.max(0, Math.min(view.page, Math.ceil(names.length / PAGE) - 1));
  return {
    entries: names.slice(page * PAGE, (page + 1) * PAGE).map((name) => ({ name, rows: groups.get(name) ?? [] })),
    total: names.length,
    page,
    languages: [...new Set(rows.map(({ language }) => language))].sort(),
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
}
