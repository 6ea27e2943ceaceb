import type { MetaRefusal } from '../../errors/MetaRefusal';
import { isObject } from '../../json/isObject';
import { textOf } from '../../json/textOf';
import { checkEach } from '../checks/checkEach';
import { checkLabel } from '../checks/checkLabel';
import { invalid } from '../checks/invalid';
import { missing } from '../checks/missing';
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
