import { readContent, readUnsupportedContent } from '../../../../src/handlers/whatsapp/webhook/readContent';
import { contentOf } from './support/readFixture';

describe('the content of a message', () => {
  test.each([
    ['a text', 'text', { type: 'text', body: 'Hello, is *anybody* there?' }],
    ['a text without its type', 'text-without-type', { type: 'text', body: 'No type' }],
    ['the quick reply of a template', 'button', { type: 'button', text: 'Stop promotions', payload: 'STOP' }],
    ['a quick reply without its payload', 'button-without-payload', { type: 'button', text: 'Yes' }],
    ['an opened chat', 'request-welcome', { type: 'welcome-request' }],
    [
      'a system message of a kind that is new',
      'system-other',
      { type: 'system', body: 'Chat [moved](https://evil.example)' },
    ],
    [
      'a place in a message of an unknown type',
      'invalid-type-with-location',
      { type: 'location', latitude: 1, longitude: 2 },
    ],
    ['a message of a type that is new', 'unknown-type', { type: 'unsupported', what: 'hologram_call', errors: [] }],
    ['a photo that cannot be fetched', 'image-without-id', { type: 'unsupported', what: 'image', errors: [] }],
  ])('is %s', (_what, name, content) => {
    expect(contentOf(name)).toEqual(content);
  });

  test.each([
    ['a type in capitals', { type: 'TEXT', text: { body: 'x' } }, { type: 'text', body: 'x' }],
    ['another part than the type says', { type: 'image', text: { body: 'x' } }, { type: 'text', body: 'x' }],
    [
      'a message in another one',
      { type: 'ephemeral', ephemeral: { message: { type: 'image', image: { id: '1' } } } },
      { type: 'image', id: '1' },
    ],
    [
      'a product that was sent',
      { type: 'product', product: { product_retailer_id: 'a' } },
      { type: 'product', productId: 'a' },
    ],
    ['a text without its object', { type: 'text', text: 'plain' }, { type: 'text', body: 'plain' }],
    [
      'one contact without its list',
      { type: 'contacts', contacts: { name: { formatted_name: 'Ann' } } },
      { type: 'contacts', contacts: [{ name: 'Ann' }] },
    ],
  ])('is understood of %s', (_what, message, content) => {
    expect(readContent(message)).toMatchObject(content);
  });

  test('keeps a text of blanks, unless the message says something else', () => {
    const text = { body: ' \n ' };
    expect(readContent({ type: 'text', text })).toEqual({ type: 'text', body: ' \n ' });
    const location = { latitude: 1, longitude: 2 };
    expect(readContent({ type: 'text', text, location })).toMatchObject({ type: 'location' });
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'hello'],
    ['a type that every object has', { type: 'constructor' }],
    ['a text that is no text', { type: 'text', text: { body: {} } }],
    ['a button without words', { type: 'button', button: {} }],
    ['a list in place of a place', { type: 'location', location: 'here' }],
    ['contacts that are no list', { type: 'contacts', contacts: 'Ann' }],
  ])('is unsupported, and never missing, for %s', (_what, message) => {
    expect(readContent(message).type).toBe('unsupported');
  });
});

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
