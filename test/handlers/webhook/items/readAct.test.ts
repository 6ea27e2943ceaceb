import * as v from 'valibot';
import { messageSchema } from '../../../../src/handlers/webhook/items/messageSchema';
import { readAct } from '../../../../src/handlers/webhook/items/readAct';

describe('what a message does', () => {
  test.each([
    ['say something', { type: 'text', text: { body: 'x' } }, { type: 'message', content: { type: 'text', body: 'x' } }],
    [
      'say something that cannot be shown',
      { type: 'edit_later' },
      { type: 'message', content: { type: 'unsupported' } },
    ],
    [
      'react',
      { type: 'reaction', reaction: { message_id: 'a', emoji: '👍' } },
      { type: 'reaction', target: 'a', emoji: '👍' },
    ],
    ['take a reaction away', { type: 'reaction', reaction: { message_id: 'a' } }, { type: 'reaction', emoji: null }],
    [
      'edit',
      { type: 'edit', edit: { original_message_id: 'a', message: { text: { body: 'y' } } } },
      { type: 'edit', target: 'a', content: { body: 'y' } },
    ],
    [
      'edit into nothing readable',
      { type: 'edit', edit: { original_message_id: 'a' } },
      { type: 'edit', content: { type: 'unsupported' } },
    ],
    [
      'edit, with the words beside the id',
      { type: 'edit', edit: { original_message_id: 'a', text: { body: 'y' } } },
      { type: 'edit', target: 'a', content: { body: 'y' } },
    ],
    [
      'edit what was edited before',
      {
        type: 'edit',
        edit: { original_message_id: 'a', message: { type: 'edit', edit: { message: { text: { body: 'z' } } } } },
      },
      { type: 'edit', target: 'a', content: { body: 'z' } },
    ],
    [
      'delete, by another name of the id',
      { type: 'Revoke', revoke: { message_id: 'a' } },
      { type: 'revoke', target: 'a' },
    ],
    [
      'react, without saying so',
      { reaction: { id: 'a', emoji: '👍' } },
      { type: 'reaction', target: 'a', emoji: '👍' },
    ],
    [
      'edit without a target, which says something new',
      { type: 'edit', edit: { message: { text: { body: 'y' } } } },
      { type: 'message', content: { body: 'y' } },
    ],
    ['delete', { type: 'revoke', revoke: { original_message_id: 'a' } }, { type: 'revoke', target: 'a' }],
  ])('may be to %s', (_what, message, act) => {
    expect(readAct(v.parse(messageSchema, message), message)).toMatchObject(act);
  });

  test.each([{ type: 'reaction' }, { type: 'edit', edit: 'x' }, { type: 'revoke', revoke: {} }])(
    'is to say something that cannot be shown without a target, as in %j',
    (message) => {
      expect(readAct(v.parse(messageSchema, message), message)).toMatchObject({
        type: 'message',
        content: { type: 'unsupported', what: message.type },
      });
    },
  );
});
