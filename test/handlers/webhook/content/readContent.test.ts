import { readContent } from '../../../../src/handlers/webhook/content/readContent';
import { contentOf } from '../support/contentOf';

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
