import { acceptsMediaType } from '../../../src/handlers/settings/acceptsMediaType';

test.each([
  [['image/*', 'application/pdf'], 'image/png', true],
  [['image/*', 'application/pdf'], 'application/pdf', true],
  [['image/*', 'application/pdf'], 'IMAGE/JPEG', true],
  [['image/*', 'application/pdf'], 'application/zip', false],
  [['image/*'], 'imagery/png', false],
  [['audio/ogg'], 'audio/ogg; codecs=opus', true],
  [['audio/*'], ' audio/amr ;x=y', true],
  [[], 'application/x-anything', true],
  [['*/*'], 'application/x-anything', true],
  [['image/*'], '', false],
  [[], '', true],
])('%j accepts %s: %s', (patterns, mimeType, accepted) => {
  expect(acceptsMediaType(patterns, mimeType)).toBe(accepted);
});
