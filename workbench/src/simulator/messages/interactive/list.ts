import type { MetaRefusal } from '../../errors/MetaRefusal';
import { listOf } from '../../json/listOf';
import type { JsonObject } from '../../json/JsonObject';
import { checkEach } from '../checks/checkEach';
import { checkLabel } from '../checks/checkLabel';
import { firstRefusal } from '../checks/firstRefusal';
import { invalid } from '../checks/invalid';
import { lengthOf } from '../checks/lengthOf';
import type { InteractiveRules } from './InteractiveRules';

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
