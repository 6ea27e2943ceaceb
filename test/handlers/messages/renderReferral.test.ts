import { renderReferral } from '../../../src/handlers/messages/renderReferral';
import { english } from './support/english';

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
