import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@rocket.chat/message-parser';
import { renderContent } from '../../../../src/handlers/whatsapp/messages/renderContent';
import { quoteLines, renderEdit, renderRevoke, withQuote } from '../../../../src/handlers/whatsapp/messages/renderEdit';
import { renderPendingNotices } from '../../../../src/handlers/whatsapp/messages/renderLate';
import { renderContext, renderMessage, renderReferral } from '../../../../src/handlers/whatsapp/messages/renderMessage';
import { isMissedCall, renderEcho, renderNotice } from '../../../../src/handlers/whatsapp/messages/renderNotice';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import type { WebhookEvent } from '../../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { ofCustomer } from '../../../support/events';
import { contentOf, eventsOf } from '../webhook/support/readFixture';
import { english, renderFixture } from './support/renderFixture';

describe('renderMessage', () => {
  describe('renderMessage', () => {
    const fixtures = join(__dirname, '../../../fixtures/webhooks');
    /** Bodies collected elsewhere; where the folder is not there, our own stand for them. */
    const collected = join(__dirname, '../../../../../shared/payloads');

    describe('a message in the room', () => {
      test.each([
        ['a text with its marks', 'text', 'Hello, is *anybody* there?'],
        ['that it was forwarded', 'text-forwarded', '↪️ _Forwarded_\nLook at this'],
        ['that it was forwarded often', 'text-forwarded-often', '⏩ _Forwarded many times_\nSend this to ten friends'],
        ['the product that it asks about', 'text-about-product', '🛍️ About the product shoe_42\nIs it in stock?'],
        ['a sticker without words', 'sticker', ''],
        ['a message that cannot be shown', 'unsupported-poll', '⚠️ WhatsApp does not pass this on to businesses: Poll'],
      ])('says %s', (_what, name, text) => {
        expect(renderFixture(name).text).toBe(text);
      });

      test('says that it is what an earlier one says now', () => {
        const content = { type: 'text', body: 'At nine' } as const;
        expect(renderMessage({ content, isEdit: true }, english).text).toBe(
          '✏️ _An earlier message was edited. It now says:_\nAt nine',
        );
      });

      test('has no more than it needs', () => {
        expect(renderFixture('text')).toEqual({ text: 'Hello, is *anybody* there?' });
      });

      test('shows the ad that it came through as a card, beside its text', () => {
        expect(renderFixture('text-from-ad')).toEqual({
          text: 'I saw your ad',
          attachments: [
            {
              author: { name: 'Came through an ad' },
              title: { value: 'Summer sale', link: 'https://fb.me/1AbCdEf' },
              text: 'All shoes \\*half price\\*',
              thumbnailUrl: 'https://scontent.example/ad.jpg',
            },
          ],
        });
      });

      test('hides no target and wakes nobody', () => {
        const { text } = renderFixture('text-unsafe');
        expect(text).not.toContain('@all');
        expect(text).not.toContain('](');
        expect(text).not.toMatch(/<\S+\|/);
      });

      test.each(casesOf(fixtures))('is readable for our own case %s', (_name, body) => {
        expectReadable(body);
      });

      (existsSync(collected) ? describe : describe.skip)('of bodies collected elsewhere', () => {
        const cases = existsSync(collected)
          ? casesOf(collected).filter(([, body]) => isWebhook(body))
          : [['none', {}] as const];

        test('is there for the most of them', () => {
          expect(cases.length).toBeGreaterThan(100);
        });

        test.each(cases)('is readable for %s', (_name, body) => {
          expectReadable(body);
        });
      });
    });

    /** Each event that a person should see leaves a line or a file; what is rejected is a status or an item without a sender. */
    function expectReadable(body: unknown): void {
      const { events, rejected } = readWebhook(body);
      expect(events.length + rejected.length).toBeGreaterThan(0);
      for (const event of events) expect(linesOf(event)).not.toContain('');
      for (const item of rejected) expect(JSON.stringify(item)).not.toMatch(/\d{15,}"?[,}].*wamid/);
    }

    function linesOf(event: WebhookEvent): string[] {
      if (event.kind === 'message') {
        const { text, media } = renderMessage(event, english);
        return [text === '' && media ? media.id : text];
      }
      if (event.kind === 'edit') return [renderEdit(event.content, 'before', english)];
      const notice = renderNotice(event, english);
      return notice === undefined ? [] : [notice];
    }

    function casesOf(folder: string): [string, unknown][] {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]);
    }

    /** Not an exchange with the API, and not a template. */
    function isWebhook(body: unknown): boolean {
      return (
        typeof body === 'object' &&
        body !== null &&
        ['entry', 'messages', 'statuses'].some((part) => Array.isArray((body as Record<string, unknown>)[part]))
      );
    }

    describe('what stands before a message', () => {
      test.each([
        ['nothing', undefined, []],
        ['nothing for a quote', { wamid: 'a' }, []],
        ['that it was forwarded', { forwarded: 'once' as const }, ['↪️ _Forwarded_']],
        ['that it was forwarded often', { forwarded: 'often' as const }, ['⏩ _Forwarded many times_']],
        [
          'a product',
          { referredProduct: { productId: 'a [b](https://c.de)' } },
          ['🛍️ About the product a [b]\u2060(https://c.de)'],
        ],
        ['a catalogue without a product', { referredProduct: { catalogId: '7' } }, ['🛍️ About the product 7']],
      ])('is %s', (_what, context, lines) => {
        expect(renderContext(context, english)).toEqual(lines);
      });
    });

    describe('the card of an ad', () => {
      test.each([
        [
          'its address, where it has no headline',
          { sourceUrl: 'https://fb.me/1' },
          { title: { value: 'https://fb.me/1', link: 'https://fb.me/1' } },
        ],
        [
          'its headline without a link, where the address is none',
          { headline: 'Sale', sourceUrl: 'javascript:alert(1)' },
          { title: { value: 'Sale' } },
        ],
        ['only where it came from', {}, {}],
        ['a picture only from the web', { imageUrl: 'data:image/png;base64,A' }, {}],
      ])('has %s', (_what, referral, card) => {
        expect(renderReferral(referral, english)).toEqual({ author: { name: 'Came through an ad' }, ...card });
      });

      test('tells a post from an ad', () => {
        expect(renderReferral({ sourceType: 'post' }, english)).toEqual({ author: { name: 'Came through a post' } });
      });
    });
  });

  describe('the content of a message', () => {
    test.each([
      ['text', 'Hello, is *anybody* there?'],
      ['image', 'The *broken* part'],
      ['button', 'Stop promotions'],
      ['reply-list', 'Express'],
      ['request-welcome', '👋 The customer opened the chat and has not written yet.'],
      ['ephemeral', '⚠️ WhatsApp does not pass this on to businesses: Disappearing message'],
    ])('of %s is written by its own renderer', (name, text) => {
      expect(renderContent(contentOf(name), english).text).toBe(text);
    });
  });

  describe('renderLate', () => {
    const at = (minute: number) => Date.UTC(2026, 10, 22, 14, minute);
    const news = [0, 1, 2].map((minute) => ({ text: `news ${minute}`, at: at(minute) }));

    test('what happened before a conversation is a line each, with its time', () => {
      expect(renderPendingNotices(news, 3, english).replace(/\u202f/g, ' ')).toBe(
        [
          '🕰️ _Before this conversation was opened:_',
          '*Nov 22, 2026, 2:00 PM UTC* news 0',
          '*Nov 22, 2026, 2:01 PM UTC* news 1',
          '*Nov 22, 2026, 2:02 PM UTC* news 2',
        ].join('\n'),
      );
    });

    test('of more than are told the newest are, and that there were more', () => {
      const text = renderPendingNotices(news, 2, english);
      expect(text).not.toContain('news 0');
      expect(text).toMatch(/news 1\n.*news 2\n_… and more before that\._$/);
    });
  });
});

describe('renderNotice', () => {
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
      // The customer sent none of these.
      [
        {
          type: 'message' as const,
          content: { type: 'unsupported' as const, what: 'revoke', isEmpty: true as const, errors: [] },
        },
        '📱 A message was deleted in the WhatsApp app on a phone.',
      ],
      [
        { type: 'message' as const, content: { type: 'unsupported' as const, errors: [] } },
        '📱 Something was sent from the WhatsApp app on a phone that WhatsApp does not pass on.',
      ],
      [
        { type: 'message' as const, content: { type: 'unsupported' as const, text: '*Hi*', errors: [] } },
        '📱 Something was sent from the WhatsApp app on a phone that WhatsApp does not pass on.\n*Hi*',
      ],
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
});
