import type { JsonObject } from '../json';
import { isObject, listOf, objectOf, textOf } from '../json';
import { storeMedia } from '../media/storeMedia';
import type { MessageRecord } from '../store/messages';
import { contextOf, referenceOf } from './contextOf';
import type { InboundKind, InboundRequest } from './InboundKind';

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
  if (pressed) return interactiveAnswer('button_reply', { id: pressed.id, title: pressed.title });
  const row = listOf(action.sections)
    .flatMap(({ rows }) => listOf(rows))
    .find((option) => option.id === id);
  return row && interactiveAnswer('list_reply', { id: row.id, title: row.title, description: row.description });
}

function interactiveAnswer(type: string, answer: JsonObject): JsonObject {
  return { type: 'interactive', interactive: { type, [type]: answer } };
}

export const button: InboundKind = {
  title: 'Template button',
  description: 'A tap on a quick reply of a template; see also `reply`.',
  example: { type: 'button', button: { text: 'Yes', payload: 'YES' }, context: { message_id: 'wamid.…' } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'button',
      button: { text: 'Yes', payload: 'Yes', ...objectOf(request.message.button) },
    },
  }),
};

const BUTTON_REPLY = { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } };

export const interactive: InboundKind = {
  title: 'Interactive answer',
  description:
    'button_reply, list_reply, nfm_reply, call_permission_reply, … as WhatsApp writes them; see also `reply`.',
  example: {
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: 'express', title: 'Express', description: 'Tomorrow' } },
  },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'interactive',
      interactive: isObject(request.message.interactive) ? request.message.interactive : BUTTON_REPLY,
    },
  }),
};

/** How long a temporary permission lasts. */
const PERMISSION_SECONDS = 7 * 24 * 3_600;

export const callPermission: InboundKind = {
  title: 'Permission to call',
  description:
    'May the business call? `response` is accept or reject, `is_permanent` means for good, and `response_source` is automatic where the customer’s own call brought it.',
  example: { type: 'call-permission', call_permission: { response: 'accept', is_permanent: true } },
  build: (request) => {
    const {
      response = 'accept',
      is_permanent = false,
      response_source = 'user_action',
    } = objectOf(request.message.call_permission);
    const isTemporary = response === 'accept' && is_permanent !== true;
    return {
      item: {
        ...contextOf(request),
        ...interactiveAnswer('call_permission_reply', {
          response,
          ...(response === 'accept' && { is_permanent }),
          ...(isTemporary && { expiration_timestamp: Number(request.simulator.clock.seconds()) + PERMISSION_SECONDS }),
          response_source,
        }),
      },
    };
  },
};

const FLOW_ANSWERS = { screen_0_name: 'Ana Souza', screen_0_rating: '4', screen_1_comment: 'Quick and friendly' };

export const flow: InboundKind = {
  title: 'Flow answer',
  description: 'A filled-in flow; its fields come as a JSON string, a `file` as one that was picked in it.',
  example: { type: 'flow', flow: { data: { rating: '4' }, token: 'session-1', message_id: 'wamid.…' } },
  build: (request) => {
    const { data, token, message_id: wamid } = objectOf(request.message.flow);
    const answers = isObject(data) ? data : FLOW_ANSWERS;
    const quoted = textOf(wamid);
    return {
      item: {
        ...(quoted !== undefined && { context: referenceOf(request, quoted) }),
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: {
            response_json: JSON.stringify({
              ...answers,
              ...pickedFile(request),
              flow_token: textOf(token) ?? 'unused',
            }),
            body: 'Sent',
            name: 'flow',
          },
        },
      },
    };
  },
};

/** As the PhotoPicker and the DocumentPicker of a flow hand it on. */
function pickedFile({ simulator, number, file }: InboundRequest): JsonObject {
  if (!file) return {};
  const { bytes, mimeType, filename = 'IMG_5237.jpg' } = file;
  const { phoneNumber } = number;
  const { id, sha256 } = storeMedia(simulator, { phoneNumber, origin: 'received', mimeType, filename, bytes });
  const name = mimeType.startsWith('image/') ? 'photo_picker' : 'document_picker';
  return { [name]: [{ file_name: filename, mime_type: mimeType, sha256, id }] };
}
