import { isObject } from '../../json/isObject';
import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import type { JsonObject } from '../../json/JsonObject';
import { storeMedia } from '../../media/storeMedia';
import type { InboundKind } from '../InboundKind';
import type { InboundRequest } from '../InboundRequest';
import { referenceOf } from '../referenceOf';

const ANSWERS = { screen_0_name: 'Ana Souza', screen_0_rating: '4', screen_1_comment: 'Quick and friendly' };

export const flow: InboundKind = {
  title: 'Flow answer',
  description: 'A filled-in flow; its fields come as a JSON string, a `file` as one that was picked in it.',
  example: { type: 'flow', flow: { data: { rating: '4' }, token: 'session-1', message_id: 'wamid.…' } },
  build: (request) => {
    const { data, token, message_id: wamid } = objectOf(request.message.flow);
    const answers = isObject(data) ? data : ANSWERS;
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
