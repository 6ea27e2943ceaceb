import { readMediaContent } from '../../../../src/handlers/webhook/content/readMediaContent';
import { contentOf } from '../support/contentOf';

describe('a file', () => {
  test.each([
    [
      'image',
      {
        type: 'image',
        id: '1003383421387256',
        mimeType: 'image/jpeg',
        caption: 'The *broken* part',
        url: expect.stringContaining('lookaside'),
      },
    ],
    ['image-without-caption', { type: 'image', caption: undefined }],
    ['video', { type: 'video', id: '2001', caption: undefined }],
    ['audio', { type: 'audio', isVoice: undefined }],
    ['voice', { type: 'audio', isVoice: true }],
    ['voice-old', { type: 'audio', id: '2004', isVoice: true }],
    ['document', { type: 'document', filename: 'Invoice 7.pdf', caption: 'Please pay' }],
    ['document-without-name', { type: 'document', id: '2006', filename: undefined, mimeType: undefined }],
    ['sticker', { type: 'sticker', mimeType: 'image/webp', isAnimated: true }],
  ])('is read from %s', (name, content) => {
    expect(contentOf(name)).toMatchObject(content);
  });

  test.each([undefined, null, 'x', {}, { id: '' }, { id: {} }])('is none without an id, as in %j', (media) => {
    expect(readMediaContent('image', media)).toBeUndefined();
  });
});
