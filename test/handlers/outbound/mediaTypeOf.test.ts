import { mediaTypeOf } from '../../../src/handlers/outbound/mediaTypeOf';

const MB = 1024 * 1024;

test.each<[string, number, ReturnType<typeof mediaTypeOf>]>([
  ['image/jpeg', 5 * MB, 'image'],
  ['image/jpeg', 5 * MB + 1, 'document'],
  ['IMAGE/PNG', 1, 'image'],
  ['image/webp', 1, 'document'],
  ['image/svg+xml', 1, 'document'],
  ['video/mp4', 16 * MB, 'video'],
  ['video/mp4', 16 * MB + 1, 'document'],
  ['video/quicktime', 1, 'document'],
  ['audio/ogg; codecs=opus', 1, 'audio'],
  ['audio/mpeg', 16 * MB, 'audio'],
  ['audio/wav', 1, 'document'],
  ['application/pdf', 90 * MB, 'document'],
  ['', 0, 'document'],
])('a file of %s with %i bytes is sent as %s', (mimeType, bytes, type) => {
  expect(mediaTypeOf(mimeType, bytes)).toBe(type);
});
