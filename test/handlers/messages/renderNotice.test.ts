import { renderNotice } from '../../../src/handlers/messages/renderNotice';
import { readWebhook } from '../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../webhook/support/eventsOf';
import { english } from './support/english';

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
