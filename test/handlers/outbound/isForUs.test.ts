import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { isEditOfAgent } from '../../../src/handlers/outbound/isEditOfAgent';
import { isForUs } from '../../../src/handlers/outbound/isForUs';
import { isOfAgent } from '../../../src/handlers/outbound/isOfAgent';
import { whatsappRoom } from '../../support/whatsappRoom';

const bare = whatsappRoom({ customFields: undefined });
const widget = whatsappRoom({ source: { type: 'widget' }, customFields: undefined });
const message = (facts: object) => ({ id: 'm', room: whatsappRoom(), ...facts }) as unknown as IMessage;
const editedAt = new Date();

test.each([
  ['an agent’s message', message({}), [true, true, false]],
  ['an edit', message({ editedAt }), [false, true, true]],
  ['a message in a room that lost its number', message({ room: bare }), [true, false, false]],
  ['an edit in a room that lost its number', message({ room: bare, editedAt }), [false, false, false]],
  ['the customer’s own', message({ token: 'visitor', editedAt }), [false, false, false]],
  [
    'the customer’s own in a room that lost its number',
    message({ token: 'visitor', room: bare }),
    [false, false, false],
  ],
  ['a message of another channel', message({ room: widget, editedAt }), [false, false, false]],
])('%s is heard of as far as it matters', (_what, given, [sent, deleted, edited]) => {
  expect(isForUs(given, 'app-id')).toBe(sent);
  expect(isOfAgent(given, 'app-id')).toBe(deleted);
  expect(isEditOfAgent(given, 'app-id')).toBe(edited);
});
