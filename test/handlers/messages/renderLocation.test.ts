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
});
