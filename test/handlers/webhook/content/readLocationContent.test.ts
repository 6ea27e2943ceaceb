import { readLocationContent } from '../../../../src/handlers/webhook/content/readLocationContent';
import { contentOf } from '../support/contentOf';

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
