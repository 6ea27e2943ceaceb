import { readUnsupportedContent } from '../../../../src/handlers/webhook/content/readUnsupportedContent';
import { contentOf } from '../support/contentOf';

describe('a message that WhatsApp does not pass on', () => {
  test.each([
    [
      'unsupported',
      { what: undefined, errors: [{ code: 131051, details: 'Message type is currently not supported.' }] },
    ],
    ['unsupported-poll', { what: 'poll_creation', errors: [{ details: 'old place' }] }],
    ['unsupported-held-back', { errors: [{ code: 131060 }] }],
    ['unsupported-with-text', { what: undefined, text: 'but *readable*' }],
    ['ephemeral', { what: 'ephemeral' }],
    ['unknown-type', { what: 'hologram_call' }],
  ])('tells what is known of it: %s', (name, content) => {
    expect(contentOf(name)).toMatchObject({ type: 'unsupported', ...content });
  });

  test.each([
    [
      'the caption of a photo that has no id',
      { type: 'image', image: { caption: 'Look' } },
      { what: 'image', text: 'Look' },
    ],
    ['the question of a poll', { type: 'Poll', poll: { name: 'Lunch?' } }, { what: 'poll', text: 'Lunch?' }],
    [
      'words that stand there without a type',
      { original_message_id: 'a', body: 'new' },
      { what: undefined, text: 'new' },
    ],
    ['a kind that stands there as a word', { type: 'unsupported', unsupported: 'poll' }, { what: 'poll' }],
    ['no kind that is no word', { type: '<b>*x*' }, { what: undefined }],
    ['no kind that is longer than words are', { type: 'x'.repeat(99) }, { what: undefined }],
  ])('keeps %s', (_what, message, content) => {
    expect(readUnsupportedContent(message, [])).toEqual({
      type: 'unsupported',
      errors: [],
      text: undefined,
      ...content,
    });
  });
});
