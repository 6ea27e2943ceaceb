import { parse } from '@rocket.chat/message-parser';
import { quoteLines, renderEdit, renderRevoke, withQuote } from '../../../../src/handlers/whatsapp/messages/renderEdit';
import { isMissedCall, renderEcho, renderNotice } from '../../../../src/handlers/whatsapp/messages/renderNotice';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { ofCustomer } from '../../../support/conversationTask';
import { eventsOf } from '../webhook/support/readFixture';
import { english } from './support/renderFixture';

describe('renderNotice', () => {
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
});

describe('renderEdit', () => {
  const text = (body: string) => ({ type: 'text' as const, body });

  describe('an edited message', () => {
    test('says what it says now and what it said before, edit by edit', () => {
      const once = renderEdit(text('second'), '*first*', english);
      expect(once).toBe('second\n✏️ _Edited. Before that:_\n> *first*');
      expect(renderEdit(text('third'), once, english)).toBe(
        'third\n✏️ _Edited. Before that:_\n> second\n> ✏️ _Edited. Before that:_\n> *first*',
      );
    });

    test('stays as it is when a crash lets the same edit come once more', () => {
      const once = renderEdit(text('*second*'), 'first', english);
      expect(renderEdit(text('*second*'), once, english)).toBe(once);
      const bare = renderEdit({ type: 'image', id: '1' }, 'caption', english);
      expect(renderEdit({ type: 'image', id: '1' }, bare, english)).toBe(bare);
    });

    test('says what it says now, when nothing is known of before', () => {
      expect(renderEdit(text('now'), '', english)).toBe('✏️ _An earlier message was edited. It now says:_\nnow');
    });

    test('is named when it is a file without words and nothing is known of before', () => {
      expect(renderEdit({ type: 'image', id: '1' }, '', english)).toBe(
        '✏️ _An earlier message was edited. It now says:_\nPhoto',
      );
    });

    test('may have lost its caption', () => {
      expect(renderEdit({ type: 'image', id: '1' }, 'caption', english)).toBe('✏️ _Edited. Before that:_\n> caption');
    });
  });

  test('a deleted message says so and keeps its text', () => {
    expect(renderRevoke('a\n*b*', english)).toBe('🚫 _The customer deleted this message._\n> a\n> *b*');
    expect(renderRevoke('', english)).toBe('🚫 _The customer deleted this message._');
  });

  test.each(['a', ''])('a message that is deleted once more, after a crash, stays as it is: "%s"', (before) => {
    const once = renderRevoke(before, english);
    expect(renderRevoke(once, english)).toBe(once);
  });

  test('every line is quoted once, also an empty one', () => {
    expect(quoteLines('a\n\n*b*\n> c')).toBe('> a\n> \u2060\n> *b*\n> c');
  });

  const quote = '[ ](https://chat.example/live/r?msg=m) ';

  test.each([
    ['Yes', 'PARAGRAPH'],
    ['- one\n- two', 'PARAGRAPH, UNORDERED_LIST'],
    ['1. one\n2. two', 'PARAGRAPH, ORDERED_LIST'],
    ['> said', 'PARAGRAPH, QUOTE'],
    ['```\ncode\n```', 'PARAGRAPH, CODE'],
  ])('%j behind a quote is shown as what it is', (markdown, shown) => {
    const text = withQuote(quote, markdown);
    expect(
      parse(text)
        .map(({ type }) => type)
        .join(', '),
    ).toBe(shown);
    expect(text.startsWith(quote.trimEnd())).toBe(true);
  });

  test('nothing is put before what quotes nothing, or stands below a line', () => {
    expect(withQuote('', '- one')).toBe('- one');
    expect(withQuote('_Answers to something._\n', '- one')).toBe('_Answers to something._\n- one');
  });
});
