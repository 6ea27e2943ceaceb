import {
  readLocationContent,
  readMediaContent,
  readOrderContent,
  readProductContent,
} from '../../../../src/handlers/whatsapp/webhook/readContentParts';
import { contentOf } from './support/readFixture';

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
    ['sticker', { type: 'sticker', mimeType: 'image/webp', isAnimated: true }],
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
    ['its number alone', { product_retailer_id: 'a' }, { body: { text: ' ' } }, { type: 'product', productId: 'a' }],
    ['nothing without a number', { catalog_id: '7' }, {}, undefined],
    ['nothing of what is no object', 'x', null, undefined],
  ])('is read with %s', (_what, part, around, product) => {
    expect(readProductContent(part, around)).toEqual(product);
  });
});
