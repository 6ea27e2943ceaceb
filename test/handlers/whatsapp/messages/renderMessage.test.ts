import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderContent } from '../../../../src/handlers/whatsapp/messages/renderContent';
import { renderEdit } from '../../../../src/handlers/whatsapp/messages/renderEdit';
import { renderPendingNotices } from '../../../../src/handlers/whatsapp/messages/renderLate';
import { renderContext, renderMessage, renderReferral } from '../../../../src/handlers/whatsapp/messages/renderMessage';
import { renderNotice } from '../../../../src/handlers/whatsapp/messages/renderNotice';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import type { WebhookEvent } from '../../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { contentOf } from '../webhook/support/readFixture';
import { english, renderFixture } from './support/renderFixture';

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
