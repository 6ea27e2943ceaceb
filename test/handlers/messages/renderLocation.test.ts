import { renderLocation } from '../../../src/handlers/messages/renderLocation';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';
import { renderFixture } from './support/renderFixture';

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
