import { createTranslator } from '../../../../src/handlers/translation/createTranslator';
import { labelled, phoneLink, renderLocation, safeUrl } from '../../../../src/handlers/whatsapp/messages/renderCards';
import { english, renderFixture } from './support/renderFixture';

describe('a place', () => {
  test.each([
    [
      'its name, its address, the map and its page',
      'location',
      [
        '📍 Brandenburg \\*Gate\\*',
        'Pariser Platz, Berlin',
        '[52.516275, 13.377704](https://www.google.com/maps/search/?api=1&query=52.516275%2C13.377704)',
        'https://example.com/gate',
      ],
    ],
    [
      'only the map',
      'location-bare',
      ['📍 Location', '[-33.8568, 151.2153](https://www.google.com/maps/search/?api=1&query=-33.8568%2C151.2153)'],
    ],
    ['only its name, without coordinates', 'location-no-coordinates', ['📍 Somewhere']],
  ])('is shown by %s', (_what, name, lines) => {
    expect(renderFixture(name).text.split('\n')).toEqual(lines);
  });

  test('keeps north before east where one reads from right to left', () => {
    const { text } = renderLocation({ type: 'location', latitude: 52.52, longitude: 0 }, createTranslator('ar'));
    expect(text).toContain('[\u206652.52, 0\u2069](https://www.google.com/maps/search/?api=1&query=52.52%2C0)');
  });
});

describe('shared contacts', () => {
  test('are cards with links to call them', () => {
    expect(renderFixture('contacts').text.split('\n')).toEqual([
      '👤 Jo \\*Star\\* Doe',
      '🏢 Doe & Co, CEO',
      '📞 [+49 30 123456](tel:+4930123456) (work) · WhatsApp',
      '📞 call me',
      '✉️ jo_d@example.com (home)',
      '🔗 https://example.com',
      '🔗 javascript:alert(1)',
      '🏠 Hauptstr. 1, 10115 Berlin, Germany',
      '🎂 1990-01-02',
      '',
      '👤 No Phone',
    ]);
  });

  test.each([
    [
      'that they were asked for',
      'contacts-requested',
      '📇 _The customer shared their phone number._\n👤 Ann Lee\n📞 [+4915112345678](tel:+4915112345678)',
    ],
    ['that there are none', 'contacts-empty', '👤 An empty contact'],
  ])('say %s', (_what, name, text) => {
    expect(renderFixture(name).text).toBe(text);
  });
});

test.each([
  [undefined, ''],
  ['CELL', ' (mobile)'],
  ['Work', ' (work)'],
  ['My *boat*', ' (My \\*boat\\*)'],
  ['constructor', ' (constructor)'],
])('what is called %s has "%s" behind it', (label, text) => {
  expect(labelled(label, english)).toBe(text);
});

test.each([
  ['+49 30 123456', '[+49 30 123456](tel:+4930123456)'],
  ['(030) 12-34/5', '[(030) 12-34/5](tel:03012345)'],
  ['\u200e+49\u00a0151 2345\u202c', '[+49 151 2345](tel:+491512345)'],
  ['call me', 'call me'],
  ['12', '12'],
  ['+49](https://evil.example)', '+49]\u2060(https://evil.example)'],
])('%s is written as %s', (number, link) => {
  expect(phoneLink(number)).toBe(link);
});

test.each(['https://example.com', 'http://example.com/a_b?c=d&e=%20#f', 'https://例え.jp/道'])(
  '%s may be a link',
  (url) => {
    expect(safeUrl(url)).toBe(url);
  },
);

test.each([
  undefined,
  '',
  'javascript:alert(1)',
  'data:text/html,x',
  'example.com',
  'https://a b',
  'https://a)[b](c',
  'https://a|b',
  'https://',
])('%s may not', (url) => {
  expect(safeUrl(url)).toBeUndefined();
});
