import type { Message } from '../../../web/documents/Message';
import { deliveryOf, isSequential, isSystemMessage, systemTexts } from '../../../web/page/messages/messageFacts';

const message = (more: Partial<Message> = {}): Message => ({
  _id: 'm',
  rid: 'r',
  msg: 'Hello',
  ts: '2026-11-22T12:00:00.000Z',
  u: { _id: 'u', username: 'ana' },
  ...more,
});

test.each([
  ['soon after', { ts: '2026-11-22T12:04:59.000Z' }, true],
  ['five minutes later', { ts: '2026-11-22T12:05:00.000Z' }, false],
  ['of somebody else', { u: { _id: 'v', username: 'bo' } }, false],
  ['under another name', { alias: 'Ana' }, false],
  ['that is not to be grouped', { groupable: false }, false],
  ['for me only', { private: true }, false],
  ['of the system', { t: 'uj' }, false],
])('a message %s: sequential is %s', (_what, more, sequential) => {
  expect(isSequential(message(), message(more))).toBe(sequential);
});

test('the delivery is read where the app has noted it, and nowhere else', () => {
  expect(deliveryOf(message({ customFields: { whatsapp: { status: 'read', wamid: 'x' } } }))).toBe('read');
  expect(deliveryOf(message({ customFields: { whatsapp: { status: 'eaten' } } }))).toBeUndefined();
  expect(deliveryOf(message())).toBeUndefined();
});

test('system messages are told from those of people', () => {
  expect(isSystemMessage(message({ t: 'uj', msg: 'ana' }))).toBe(true);
  expect(isSystemMessage(message({ t: 'something-new', msg: '' }))).toBe(true);
  expect(isSystemMessage(message({ t: 'something-new', msg: 'Hello' }))).toBe(false);
  expect(isSystemMessage(message())).toBe(false);
});

test.each([
  ['au', { msg: 'bot' }, 'added bot'],
  ['livechat-close', { msg: 'x', comment: 'Done' }, 'Conversation closed: Done'],
  ['command', { msg: 'connected' }, 'Chat was taken'],
  [
    'livechat_transfer_history',
    { transferData: { transferredBy: { name: 'Ana' }, transferredTo: { username: 'bo' } } },
    'Ana forwarded the chat to bo',
  ],
  [
    'livechat_transfer_history',
    { transferData: { transferredBy: { name: 'Ana' }, nextDepartment: { name: 'Sales' } } },
    'Ana forwarded the chat to Sales',
  ],
  ['livechat_transfer_history', { transferData: {} }, 'ana returned the chat to the queue'],
])('%s says what happened', (t, more, text) => {
  expect(systemTexts[t]?.(message({ t, ...more }))).toBe(text);
});
