import { isMissedCall, renderEcho, renderNotice } from '../../../../src/handlers/whatsapp/messages/renderNotice';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { ofCustomer } from '../../../support/conversationTask';
import { eventsOf } from '../webhook/support/readFixture';
import { english } from './support/renderFixture';

describe('the line for what is no message', () => {
  test.each([
    ['reaction', 'The customer reacted with 👍🏽 to an earlier message.'],
    ['reaction-removed', 'The customer removed their reaction to an earlier message.'],
    ['system-number-changed', "📱 The customer's number changed from +49 1511 2345678 to +49 1518 7654321."],
    ['system-user-id-changed', '📱 The customer changed their WhatsApp number.'],
    ['call-connect', '📞 The customer is calling on WhatsApp.'],
    ['call-terminate', '📞 Call ended after 2 minutes.'],
    ['text', undefined],
    ['status-sent', undefined],
    ['group-message', undefined],
    ['template-rejected', undefined],
  ])('of %s is %s', (name, line) => {
    expect(renderNotice(eventsOf(name)[0]!, english)).toBe(line);
  });

  test('warns of a changed security code', () => {
    expect(renderNotice(eventsOf('system-identity-changed')[0]!, english)).toContain('security code changed');
  });

  test.each([
    ['a call that nobody took', { event: 'terminate', from: '49151' }, '📞 Missed call from the customer'],
    [
      'a call of ours that was not taken',
      { event: 'terminate', to: '49151', direction: 'BUSINESS_INITIATED' },
      '📞 The customer did not take the call.',
    ],
    ['a short call', { event: 'terminate', from: '49151', duration: 9 }, '📞 Call ended after one minute.'],
    ['our own call', { event: 'connect', to: '49151', direction: 'BUSINESS_INITIATED' }, undefined],
    ['a transcript', { event: 'call_transcription_available', from: '49151' }, undefined],
  ])('is right for %s', (_what, call, line) => {
    const { events } = readWebhook({ calls: [{ id: 'a', ...call }] });
    expect(renderNotice(events[0]!, english)).toBe(line);
  });
});

const call = { ...ofCustomer, kind: 'call', wamid: 'w', event: 'terminate', direction: 'in' } as const;

test.each([
  ['that ended without having lasted', call, true],
  ['that lasted', { ...call, duration: 20 }, false],
  ['that rings', { ...call, event: 'connect' }, false],
  ['of ours', { ...call, direction: 'out' as const }, false],
])('a call %s', (_what, event, expected) => {
  expect(isMissedCall(event)).toBe(expected);
});

const text = { type: 'text', body: 'Coming' } as const;

test.each([
  [{ type: 'message', content: text } as const, '📱 Sent from the WhatsApp app on a phone: Coming'],
  [
    { type: 'message', content: { type: 'image', id: '1', caption: 'Our shop' } } as const,
    '📱 Sent from the WhatsApp app on a phone: Photo: Our shop',
  ],
  [
    { type: 'message', content: { type: 'image', id: '1' } } as const,
    '📱 Sent from the WhatsApp app on a phone: Photo',
  ],
  [
    { type: 'edit', target: 'w', content: text } as const,
    '📱 Edited in the WhatsApp app on a phone. It now says: Coming',
  ],
  [{ type: 'revoke', target: 'w' } as const, '📱 A message was deleted in the WhatsApp app on a phone.'],
  [
    { type: 'reaction', target: 'w', emoji: '👍' } as const,
    '📱 Reacted with 👍 to a message, in the WhatsApp app on a phone.',
  ],
  [
    { type: 'reaction', target: 'w', emoji: null } as const,
    '📱 A reaction to a message was removed in the WhatsApp app on a phone.',
  ],
])('%j reads well', (act, expected) => {
  expect(renderEcho(act, english)).toBe(expected);
});
