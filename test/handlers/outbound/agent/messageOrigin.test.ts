import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import {
  isEditOfAgent,
  isForeign,
  isForUs,
  isOfAgent,
  readAgentMessage,
} from '../../../../src/handlers/outbound/agent/messageOrigin';
import { overTheWire } from '../../../support/overTheWire';
import { person } from '../../../support/person';
import { whatsappRoom } from '../../../support/whatsappRoom';

test.each([
  [{}, false],
  [{ token: null, type: null }, false],
  [{ token: 'visitor' }, true],
  [{ type: 'livechat-close' }, true],
  [{ token: 7 }, true],
])('%j is the customer’s or Rocket.Chat’s own: %s', (message, foreign) => {
  expect(isForeign(message)).toBe(foreign);
});

const ours = { number: '551155550100', customer: '5511955550111' };
const message = (facts: object = {}) =>
  ({ id: 'm', sender: person(), text: 'Hello', room: whatsappRoom(), ...facts }) as IMessage;

describe('a message in Rocket.Chat', () => {
  test('is for a customer when an agent wrote it in a room of ours', () => {
    expect(readAgentMessage(message(), 'app-id')).toEqual(ours);
  });

  test('is it also where the wire made null of what is absent', () => {
    const absent = {
      token: undefined,
      type: undefined,
      editedAt: undefined,
      room: whatsappRoom({ isOpen: undefined }),
    };
    expect(readAgentMessage(overTheWire(message(absent)), 'app-id')).toEqual(ours);
  });

  test.each([
    ['of the customer', { token: 'visitor-token' }],
    ['of the system', { type: 'livechat-close' }],
    ['that was edited', { editedAt: new Date() }],
    ['of a channel', { room: { id: 'r', type: 'c' } }],
    ['of another app’s room', { room: whatsappRoom({ source: { type: 'app', id: 'another-app' } }) }],
    ['of a room that is ours and has no number', { room: whatsappRoom({ customFields: {} }) }],
  ])('%s is none of ours', (_what, facts) => {
    expect(readAgentMessage(message(facts), 'app-id')).toBeUndefined();
  });
});

describe('which events of a message concern the app', () => {
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
});
