import { readMessageContext } from '../../../../src/handlers/whatsapp/webhook/readMessageContext';
import { eventsOf } from './support/readFixture';

describe('what a message refers to', () => {
  test.each([
    ['text-quoting', { context: { wamid: 'wamid.OUT1' }, referral: undefined }],
    ['text-forwarded', { context: { forwarded: 'once' } }],
    ['text-forwarded-often', { context: { forwarded: 'often' } }],
    [
      'text-about-product',
      { context: { wamid: 'wamid.OUT9', referredProduct: { catalogId: '194836987003835', productId: 'shoe_42' } } },
    ],
    [
      'text-from-ad',
      {
        context: undefined,
        referral: {
          sourceType: 'ad',
          headline: 'Summer sale',
          sourceUrl: 'https://fb.me/1AbCdEf',
          imageUrl: 'https://scontent.example/ad.jpg',
          clickId: 'Aff-n8ZTODiE79d22KtAwQKj9e',
        },
      },
    ],
    ['text-empty-context', { context: undefined, referral: undefined }],
    ['text', { context: undefined, referral: undefined }],
  ])('is read from %s', (name, parts) => {
    expect(eventsOf(name)).toMatchObject([parts]);
  });

  test.each([undefined, 'x', { context: 'x', referral: [] }, { context: { id: {}, forwarded: 'maybe' } }])(
    'is nothing in %j',
    (message) => {
      expect(readMessageContext(message)).toEqual({});
    },
  );
});
