import { renderUnsupported } from '../../../src/handlers/messages/renderUnsupported';
import { english } from './support/english';
import { renderFixture } from './support/renderFixture';

test.each([
  ['unsupported', '⚠️ The customer sent something that WhatsApp does not pass on to businesses.'],
  ['unsupported-poll', '⚠️ WhatsApp does not pass this on to businesses: Poll'],
  [
    'unsupported-held-back',
    '⚠️ WhatsApp holds this message back here. It can be read in the WhatsApp Business app on the phone of this number.',
  ],
  [
    'unsupported-with-text',
    '⚠️ The customer sent something that WhatsApp does not pass on to businesses.\nbut *readable*',
  ],
  ['unknown-type', '⚠️ WhatsApp does not pass this on to businesses: Hologram call'],
  ['image-without-id', '⚠️ WhatsApp does not pass this on to businesses: Photo'],
])('%s leaves one readable line', (name, text) => {
  expect(renderFixture(name)).toEqual({ text });
});

test('a file that WhatsApp itself could not fetch is to be asked for again', () => {
  expect(renderUnsupported({ type: 'unsupported', errors: [{ code: 131052 }] }, english)).toEqual({
    text: '⚠️ A file from the customer could not be fetched from WhatsApp. Ask the customer to send it again.',
  });
});
