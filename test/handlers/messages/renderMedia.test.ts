import { renderFixture } from './support/renderFixture';

describe('a file', () => {
  test.each([
    [
      'image',
      {
        text: 'The *broken* part',
        media: {
          kind: 'image',
          id: '1003383421387256',
          caption: 'The *broken* part',
          url: expect.stringContaining('https://lookaside'),
        },
      },
    ],
    [
      'image-without-caption',
      { text: '', media: { kind: 'image', mimeType: 'image/jpeg', sha256: expect.any(String) } },
    ],
    ['video', { text: '', media: { kind: 'video' } }],
    ['audio', { media: { kind: 'audio' } }],
    ['voice', { media: { kind: 'voice' } }],
    ['voice-old', { media: { kind: 'voice' } }],
    ['document', { text: 'Please pay', media: { kind: 'document', filename: 'Invoice 7.pdf' } }],
    ['sticker', { text: '', media: { kind: 'sticker' } }],
  ])('of %s has its caption for a text', (name, rendered) => {
    expect(renderFixture(name)).toMatchObject(rendered);
  });
});
