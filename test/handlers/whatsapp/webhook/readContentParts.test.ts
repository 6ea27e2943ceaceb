import {
  readLocationContent,
  readMediaContent,
  readOrderContent,
  readProductContent,
} from '../../../../src/handlers/whatsapp/webhook/readContentParts';
import { readInteractiveContent } from '../../../../src/handlers/whatsapp/webhook/readInteractiveContent';
import { contentOf } from './support/readFixture';

describe('readContentParts', () => {
  describe('readContentParts', () => {
    describe('a file', () => {
      test.each([
        [
          'image',
          {
            type: 'image',
            id: '1003383421387256',
            mimeType: 'image/jpeg',
            caption: 'The *broken* part',
            url: expect.stringContaining('lookaside'),
          },
        ],
        ['image-without-caption', { type: 'image', caption: undefined }],
        ['video', { type: 'video', id: '2001', caption: undefined }],
        ['audio', { type: 'audio', isVoice: undefined }],
        ['voice', { type: 'audio', isVoice: true }],
        ['voice-old', { type: 'audio', id: '2004', isVoice: true }],
        ['document', { type: 'document', filename: 'Invoice 7.pdf', caption: 'Please pay' }],
        ['document-without-name', { type: 'document', id: '2006', filename: undefined, mimeType: undefined }],
        ['sticker', { type: 'sticker', mimeType: 'image/webp' }],
      ])('is read from %s', (name, content) => {
        expect(contentOf(name)).toMatchObject(content);
      });

      test.each([undefined, null, 'x', {}, { id: '' }, { id: {} }])('is none without an id, as in %j', (media) => {
        expect(readMediaContent('image', media)).toBeUndefined();
      });
    });

    describe('a place', () => {
      test.each([
        [
          'location',
          { latitude: 52.5162746, longitude: 13.3777041, name: 'Brandenburg *Gate*', address: 'Pariser Platz, Berlin' },
        ],
        ['location-bare', { latitude: -33.8568, longitude: 151.2153 }],
        ['location-no-coordinates', { latitude: undefined, longitude: undefined, name: 'Somewhere' }],
      ])('is read from %s', (name, place) => {
        expect(contentOf(name)).toMatchObject({ type: 'location', ...place });
      });

      test('is nowhere when nothing tells where', () => {
        expect(readLocationContent({})).toBeUndefined();
        expect(readLocationContent({ latitude: 91, longitude: 0 })).toBeUndefined();
      });

      test.each([
        ['-33,86', ' 151,2 ', true],
        ['', '', false],
        [0, 0, true],
        ['0', '-180', true],
        [91, 0, false],
        [0, 181, false],
        [5, undefined, false],
      ])('at %s, %s is on earth: %s', (latitude, longitude, isOnEarth) => {
        expect(readLocationContent({ latitude, longitude })?.latitude !== undefined).toBe(isOnEarth);
      });
    });

    describe('an order', () => {
      test('is read with its lines, amounts as numbers or strings', () => {
        expect(contentOf('order')).toEqual({
          type: 'order',
          catalogId: '194836987003835',
          text: 'Gift wrapped, *please*',
          items: [
            { id: 'shoe_42', quantity: 2, price: 30, currency: 'EUR' },
            { id: 'sock', quantity: 1, price: 4.5, currency: 'EUR' },
          ],
        });
      });

      test('keeps lines whose amounts are none', () => {
        expect(contentOf('order-unclear')).toMatchObject({
          items: [
            { id: 'a', quantity: undefined, price: undefined, currency: 'coins' },
            { quantity: 1, price: 2 },
          ],
        });
        expect(readOrderContent({ product_items: 'x' })).toEqual({ type: 'order', items: [] });
        expect(readOrderContent('x')).toBeUndefined();
      });
    });

    describe('a product that was sent', () => {
      test.each([
        [
          'its numbers and the words about it',
          { product_retailer_id: 'shoe_42', catalog_id: 7 },
          { body: { text: 'This one?' } },
          { type: 'product', productId: 'shoe_42', catalogId: '7', text: 'This one?' },
        ],
        [
          'its number alone',
          { product_retailer_id: 'a' },
          { body: { text: ' ' } },
          { type: 'product', productId: 'a' },
        ],
        ['nothing without a number', { catalog_id: '7' }, {}, undefined],
        ['nothing of what is no object', 'x', null, undefined],
      ])('is read with %s', (_what, part, around, product) => {
        expect(readProductContent(part, around)).toEqual(product);
      });
    });
  });

  describe('an answer to something that we sent', () => {
    test.each([
      ['a reply button', 'reply-button', { type: 'option', id: 'yes', title: 'Yes, please' }],
      ['a row of a list', 'reply-list', { type: 'option', id: 'express', title: 'Express', description: 'Next day' }],
      [
        'a permission to call',
        'call-permission',
        { type: 'call-permission', isGranted: true, expiresAt: 1_760_600_000_000 },
      ],
      [
        'a permission to call for good',
        'call-permission-permanent',
        { type: 'call-permission', isGranted: true, isPermanent: true },
      ],
      [
        'a permission to call back, which WhatsApp gives by itself',
        'call-permission-automatic',
        { type: 'call-permission', isGranted: true, isAutomatic: true, expiresAt: 1_760_600_000_000 },
      ],
      ['a refusal of calls', 'call-permission-refused', { type: 'call-permission', isGranted: false }],
      ['news of a payment', 'payment', { type: 'payment', status: 'captured', reference: 'ref_1' }],
      ['a product', 'product', { type: 'product', productId: 'shoe_42', catalogId: '194836987003835' }],
    ])('is %s', (_what, name, content) => {
      expect(contentOf(name)).toEqual(content);
    });

    test.each([
      [
        'an option without a title, by its id',
        { button_reply: { id: 'yes' } },
        { type: 'option', title: 'yes', id: 'yes' },
      ],
      [
        'a product with a text',
        { action: { product_retailer_id: 'a' }, body: { text: 'this' } },
        { type: 'product', productId: 'a' },
      ],
      [
        'a kind that is new, by its title',
        { type: 'card_reply', card_reply: { id: '1', title: 'Blue' } },
        { type: 'option', title: 'Blue' },
      ],
      [
        'what a business sent itself, by its words',
        { type: 'button', body: { text: 'Choose' }, action: { buttons: [] } },
        { type: 'text', body: 'Choose' },
      ],
      [
        'an answer to a request to call that is neither yes nor no, nothing',
        { type: 'call_permission_reply', call_permission_reply: { response: 'later' } },
        undefined,
      ],
      ['nothing in an option without words', { button_reply: { id: ' ' } }, undefined],
      ['nothing in a product without a number', { product: {} }, undefined],
      ['nothing in a kind that is new', { type: 'dance_reply', dance_reply: {} }, undefined],
      ['nothing in what is no object', 'x', undefined],
    ])('is %s', (_what, interactive, content) => {
      const read = readInteractiveContent(interactive);
      if (content === undefined) expect(read).toBeUndefined();
      else expect(read).toMatchObject(content);
    });
  });
});
