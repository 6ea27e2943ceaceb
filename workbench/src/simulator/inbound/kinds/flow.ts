import { isObject } from '../../json/isObject';
import { objectOf } from '../../json/objectOf';
import { textOf } from '../../json/textOf';
import type { InboundKind } from '../InboundKind';
import { referenceOf } from '../referenceOf';

const ANSWERS = { screen_0_name: 'Ana Souza', screen_0_rating: '4', screen_1_comment: 'Quick and friendly' };

export const flow: InboundKind = {
  title: 'Flow answer',
  description: 'A filled-in flow; its fields come as a JSON string.',
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
            response_json: JSON.stringify({ ...answers, flow_token: textOf(token) ?? 'unused' }),
            body: 'Sent',
            name: 'flow',
          },
        },
      },
    };
  },
};
