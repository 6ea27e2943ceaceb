import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { readAgentMessage } from '../../../src/handlers/outbound/readAgentMessage';
import { overTheWire } from '../../support/overTheWire';
import { person } from '../../support/person';
import { whatsappRoom } from '../../support/whatsappRoom';

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
