import type { JsonObject } from '../../json/JsonObject';
import { listOf } from '../../json/listOf';
import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import type { MessageRecord } from '../../store/MessageRecord';
import type { InboundKind } from '../InboundKind';
import { referenceOf } from '../referenceOf';

export const reply: InboundKind = {
  title: 'Tap on an option',
  description:
    'Answers a message of the business by the id of one of its options: a reply button or list row, or the payload or text of a template’s quick reply.',
  example: { type: 'reply', reply: { message_id: 'wamid.…', id: 'yes' } },
  build: (request) => {
    const { message_id: wamid, id } = objectOf(request.message.reply);
    const target = request.simulator.store.messages.byWamid(textOf(wamid) ?? '');
    const answer = target && answerTo(target, textOf(id) ?? '');
    if (!target || !answer) throw new RangeError('reply: there is no such option in that message');
    return { item: { context: referenceOf(request, target.wamid), ...answer } };
  },
};

function answerTo(target: MessageRecord, id: string): JsonObject | undefined {
  const quickReplies = target.rendered
    ? [...target.rendered.buttons, ...(target.rendered.cards ?? []).flatMap(({ buttons }) => buttons)]
    : [];
  const quick = quickReplies.find(
    ({ type, payload, text }) => type === 'QUICK_REPLY' && (payload === id || text === id),
  );
  if (quick) return { type: 'button', button: { text: quick.text, payload: quick.payload ?? quick.text } };
  const action = objectOf(objectOf(target.message.interactive).action);
  const pressed = listOf(action.buttons)
    .map(({ reply: option }) => objectOf(option))
    .find((option) => option.id === id);
  if (pressed) return interactive('button_reply', { id: pressed.id, title: pressed.title });
  const row = listOf(action.sections)
    .flatMap(({ rows }) => listOf(rows))
    .find((option) => option.id === id);
  return row && interactive('list_reply', { id: row.id, title: row.title, description: row.description });
}

function interactive(type: string, answer: JsonObject): JsonObject {
  return { type: 'interactive', interactive: { type, [type]: answer } };
}
