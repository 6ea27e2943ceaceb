import { acceptsMediaType, readMediaTypes } from '../../../src/handlers/core/settings/mediaTypes';

describe('readMediaTypes', () => {
  test.each([
    ['image/*, application/pdf, video/*, audio/*', ['image/*', 'application/pdf', 'video/*', 'audio/*']],
    [
      ' Image/PNG ,,application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ['image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ],
    ['', []],
    [' , ', []],
    ['*', ['*/*']],
    ['*/*', ['*/*']],
    ['image/svg+xml', ['image/svg+xml']],
  ])('reads "%s"', (text, value) => {
    expect(readMediaTypes(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['pdf', 'pdf'],
    ['image/*, .jpg, png', '.jpg, png'],
    ['images/*', 'images/*'],
    ['image', 'image'],
    ['image/', 'image/'],
    ['image/*; q=1', 'image/*; q=1'],
    ['image/png;audio/ogg', 'image/png;audio/ogg'],
    ['*/png', '*/png'],
  ])('refuses "%s" and names what is wrong', (text, value) => {
    expect(readMediaTypes(text)).toEqual({
      ok: false,
      error: { key: 'errors:settingMediaTypeUnknown', params: { value } },
    });
  });
});

describe('acceptsMediaType', () => {
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
});
