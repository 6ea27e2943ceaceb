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
});
