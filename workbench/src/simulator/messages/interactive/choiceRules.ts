import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, listOf, textOf } from '../../json';
import { checkEach, checkLabel, firstRefusal, invalid, lengthOf, missing } from '../checks';
import type { InteractiveRules } from './InteractiveRules';

/** One to three reply buttons with unique titles (20) and ids (256). */
export const button: InteractiveRules = {
  headers: ['text', 'image', 'video', 'document', 'gif'],
  body: 'required',
  check: ({ buttons }) => {
    if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) {
      return invalid('Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3');
    }
    const seen = { ids: new Set<unknown>(), titles: new Set<unknown>() };
    return checkEach(buttons, (item: unknown, index) => checkButton(item, index, seen));
  },
};

function checkButton(
  item: unknown,
  index: number,
  seen: { ids: Set<unknown>; titles: Set<unknown> },
): MetaRefusal | undefined {
  const path = `interactive['action']['buttons'][${index}]`;
  if (!isObject(item) || item.type !== 'reply') return invalid(`${path}: button type must be reply`);
  const { reply } = item;
  if (!isObject(reply)) return missing(`${path}['reply']`);
  const refusal = checkLabel(reply.title, 'Button title', 20) ?? checkLabel(reply.id, 'Button id', 256);
  if (refusal) return refusal;
  if (textOf(reply.id) !== textOf(reply.id)?.trim()) return invalid('Button id must not begin or end with a blank');
  if (seen.titles.has(reply.title)) return invalid(`Duplicated button title: ${String(reply.title)}`);
  if (seen.ids.has(reply.id)) return invalid(`Duplicated button id: ${String(reply.id)}`);
  seen.ids.add(reply.id);
  seen.titles.add(reply.title);
  return undefined;
}

/** Up to ten rows in total, in up to ten sections; the body may have 4096 characters in Meta's current page. */
export const list: InteractiveRules = {
  headers: ['text'],
  body: 'required',
  bodyMax: 4096,
  check: (action) => {
    const sections = listOf(action.sections);
    return firstRefusal(
      () => checkLabel(action.button, 'List button', 20),
      () =>
        sections.length < 1 || sections.length > 10 ? invalid('Invalid sections count. Min: 1, Max: 10') : undefined,
      () => checkEach(sections, (section) => checkSectionTitle(section, sections.length > 1)),
      () => checkRows(sections),
    );
  },
};

function checkSectionTitle({ title, rows }: JsonObject, required: boolean): MetaRefusal | undefined {
  if (listOf(rows).length === 0) return invalid('Section has no rows');
  if (title === undefined || title === '') {
    return required ? invalid('Section title is required when there is more than one section') : undefined;
  }
  return tooLong(title, 'Section title', 24);
}

function checkRows(sections: JsonObject[]): MetaRefusal | undefined {
  const rows = sections.flatMap(({ rows: own }) => listOf(own));
  if (rows.length > 10) return invalid('Total row count exceed max allowed count: 10');
  const ids = new Set<unknown>();
  return checkEach(rows, (row) => {
    if (ids.has(row.id)) return invalid(`Duplicated row id: ${String(row.id)}`);
    ids.add(row.id);
    return firstRefusal(
      () => tooLong(row.title, 'Row title', 24) ?? checkLabel(row.title, 'Row title', 24),
      () => tooLong(row.id, 'Row id', 200) ?? checkLabel(row.id, 'Row id', 200),
      () => (row.description === undefined ? undefined : tooLong(row.description, 'Row description', 72)),
    );
  });
}

function tooLong(value: unknown, what: string, max: number): MetaRefusal | undefined {
  return typeof value === 'string' && lengthOf(value) > max
    ? invalid(`${what} is too long. Max length is ${max}`)
    : undefined;
}
