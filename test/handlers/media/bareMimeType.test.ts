import { bareMimeType } from '../../../src/handlers/media/bareMimeType';

test.each([
  ['audio/ogg; codecs=opus', 'audio/ogg'],
  [' Image/JPEG ', 'image/jpeg'],
  ['', ''],
  [undefined, ''],
])('of %j is %j', (mimeType, bare) => {
  expect(bareMimeType(mimeType)).toBe(bare);
});
