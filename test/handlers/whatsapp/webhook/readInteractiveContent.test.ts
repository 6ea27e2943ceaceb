import { readInteractiveContent } from '../../../../src/handlers/whatsapp/webhook/readInteractiveContent';
import { contentOf } from './support/readFixture';

describe('an answer to something that we sent', () => {
  test.each([
    ['a reply button', 'reply-button', { type: 'option', id: 'yes', title: 'Yes, please' }],
    ['a row of a list', 'reply-list', { type: 'option', id: 'express', title: 'Express', description: 'Next day' }],
    [
      'a permission to call',
      'call-permission',
      { type: 'call-permission', isGranted: true, expiresAt: 1_760_600_000_000 },
    ],
    ['a refusal of calls', 'call-permission-refused', { type: 'call-permission', isGranted: false }],
    ['news of a payment', 'payment', { type: 'payment', status: 'captured', reference: 'ref_1' }],
    ['a product', 'product', { type: 'product', productId: 'shoe_42', catalogId: '194836987003835' }],
  ])('is %s', (_what, name, content) => {
    expect(contentOf(name)).toEqual(content);
  });

  test.each([
    [
      'an option without a title, by its id',
      { button_reply: { id: 'yes' } },
      { type: 'option', title: 'yes', id: 'yes' },
    ],
    [
      'a product with a text',
      { action: { product_retailer_id: 'a' }, body: { text: 'this' } },
      { type: 'product', productId: 'a' },
    ],
    [
      'a kind that is new, by its title',
      { type: 'card_reply', card_reply: { id: '1', title: 'Blue' } },
      { type: 'option', title: 'Blue' },
    ],
    [
      'what a business sent itself, by its words',
      { type: 'button', body: { text: 'Choose' }, action: { buttons: [] } },
      { type: 'text', body: 'Choose' },
    ],
    [
      'an answer to a request to call that is neither yes nor no, nothing',
      { type: 'call_permission_reply', call_permission_reply: { response: 'later' } },
      undefined,
    ],
    ['nothing in an option without words', { button_reply: { id: ' ' } }, undefined],
    ['nothing in a product without a number', { product: {} }, undefined],
    ['nothing in a kind that is new', { type: 'dance_reply', dance_reply: {} }, undefined],
    ['nothing in what is no object', 'x', undefined],
  ])('is %s', (_what, interactive, content) => {
    const read = readInteractiveContent(interactive);
    if (content === undefined) expect(read).toBeUndefined();
    else expect(read).toMatchObject(content);
  });
});
