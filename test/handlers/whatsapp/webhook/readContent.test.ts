import { readContactsContent } from '../../../../src/handlers/whatsapp/webhook/readContentParts';
import { readContent, readUnsupportedContent } from '../../../../src/handlers/whatsapp/webhook/readContent';
import { readFlowContent } from '../../../../src/handlers/whatsapp/webhook/readInteractiveContent';
import { contentOf } from './support/readFixture';

describe('readContent', () => {
  describe('readContent', () => {
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
        [
          'a photo that cannot be fetched',
          'image-without-id',
          { type: 'unsupported', what: 'image', isEmpty: true, errors: [] },
        ],
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
          'what is a word where it should be an object',
          { type: 'contacts', contacts: [{ org: 'ACME', emails: ['a@b.example'], urls: ['https://b.example'] }] },
          {
            type: 'contacts',
            contacts: [
              { organisation: 'ACME', emails: [{ address: 'a@b.example' }], urls: [{ url: 'https://b.example' }] },
            ],
          },
        ],
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
          { what: 'image', text: 'Look', isEmpty: true },
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
  });

  describe('shared contacts', () => {
    test('are read with all that is told of them', () => {
      expect(contentOf('contacts')).toEqual({
        type: 'contacts',
        contacts: [
          {
            name: 'Jo *Star* Doe',
            organisation: 'Doe & Co, CEO',
            phones: [{ number: '+49 30 123456', waId: '4930123456', label: 'WORK' }, { number: 'call me' }],
            emails: [{ address: 'jo_d@example.com', label: 'HOME' }],
            urls: [{ url: 'https://example.com' }, { url: 'javascript:alert(1)' }],
            addresses: [{ text: 'Hauptstr. 1, 10115 Berlin, Germany' }],
            birthday: '1990-01-02',
          },
          { name: 'No Phone', phones: [], emails: [], urls: [], addresses: [] },
        ],
      });
    });

    test('tell when we asked for them, and may be a vCard', () => {
      expect(contentOf('contacts-requested')).toMatchObject({
        isRequested: true,
        contacts: [{ name: 'Ann Lee', phones: [{ number: '+4915112345678' }] }],
      });
      const vcard = 'BEGIN:VCARD\nitem1.TEL;type=CELL;waid=49151:+49 151\nFN:Bo\nEND:VCARD';
      expect(readContactsContent([{ vcard, origin: 'contact_request', phones: [{}] }])).toMatchObject({
        isRequested: true,
        contacts: [{ name: 'Bo', phones: [{ number: '+49 151' }] }],
      });
    });

    test('may be spelt in other ways', () => {
      expect(readContactsContent([{ name: 'Just Name', phones: ['+49 30 1'] }]).contacts).toMatchObject([
        { name: 'Just Name', phones: [{ number: '+49 30 1' }] },
      ]);
      const name = { prefix: 'Dr.', first_name: 'Ann', middle_name: 'B.', last_name: 'Lee', suffix: 'Jr.' };
      expect(readContactsContent([{ name }]).contacts).toMatchObject([{ name: 'Dr. Ann B. Lee Jr.' }]);
      const vcard = 'BEGIN:VCARD\nFN:Bo\nTEL;type=CELL:+49 151\nEND:VCARD';
      expect(readContactsContent([{ vcard }]).contacts).toMatchObject([
        { name: 'Bo', phones: [{ number: '+49 151' }] },
      ]);
    });

    test('may be none, or broken', () => {
      expect(contentOf('contacts-empty')).toEqual({ type: 'contacts', contacts: [] });
      expect(readContactsContent([null, 'x', { name: 3, phones: 'y', emails: [null, {}] }]).contacts).toEqual([
        { phones: [], emails: [], urls: [], addresses: [] },
      ]);
    });
  });

  describe('the answers of a form', () => {
    test('are read one by one, with the path to each, without the token', () => {
      const content = contentOf('flow');
      expect(content).toEqual({
        type: 'flow',
        body: 'Sent',
        answers: [
          { path: ['comment_text'], values: ['Very *good*'] },
          { path: ['screen_0_First_Name_0'], values: ['Ann'] },
          { path: ['firstVisit'], values: [true] },
          { path: ['rating'], values: [4] },
          { path: ['topics'], values: ['0_Price', '1_Delivery_time'] },
          { path: ['address', 'zipCode'], values: ['10115'] },
          { path: ['address', 'city'], values: ['Berlin'] },
        ],
      });
      expect(JSON.stringify(content)).not.toContain('secret-token');
    });

    test.each([
      ['an object in place of its text', 'flow-object', [{ path: ['size'], values: ['42'] }]],
      ['a list', 'flow-list', [{ path: [], values: ['not', 'an', 'object'] }]],
      ['a text that is no JSON', 'flow-broken', [{ path: [], values: ['{"cut": '] }]],
      ['nothing but a token', 'flow-empty', []],
    ])('may be %s', (_what, name, answers) => {
      expect(contentOf(name)).toMatchObject({ type: 'flow', answers });
    });

    test('may be an address to deliver to, without the id it is saved under', () => {
      const values = { name: 'Ann', city: 'Mumbai', floor_number: '' };
      const reply = { name: 'address_message', response_json: JSON.stringify({ saved_address_id: 'a1', values }) };
      expect(readFlowContent(reply)).toEqual({
        type: 'flow',
        isAddress: true,
        answers: [
          { path: ['name'], values: ['Ann'] },
          { path: ['city'], values: ['Mumbai'] },
        ],
      });
    });

    test('name the files that were put into the form, and tell them apart', () => {
      const photos = [
        { id: '12', sha256: 'abc', mime_type: 'image/jpeg', file_name: 'a.jpg' },
        { id: '13', sha256: 'def', mime_type: 'image/jpeg', file_name: 'b.jpg' },
      ];
      const papers = { id: '14', mime_type: 'application/pdf', file_name: 'c.pdf' };
      expect(readFlowContent({ response_json: { photos, papers } })).toEqual({
        type: 'flow',
        answers: [
          { path: ['photos'], values: ['a.jpg'] },
          { path: ['photos'], values: ['b.jpg'] },
          { path: ['papers'], values: ['c.pdf'] },
        ],
        files: [
          { type: 'image', id: '12', mimeType: 'image/jpeg', filename: 'a.jpg' },
          { type: 'image', id: '13', mimeType: 'image/jpeg', filename: 'b.jpg' },
          { type: 'document', id: '14', mimeType: 'application/pdf', filename: 'c.pdf' },
        ],
      });
    });

    test('end somewhere, however many and however deep they are', () => {
      let deep: unknown = 'end';
      for (let depth = 0; depth < 5_000; depth += 1) deep = { inner: deep };
      const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field_${index}`, index]));
      expect(readFlowContent({ response_json: { deep, ...many } })?.answers).toHaveLength(200);
      expect(readFlowContent({ response_json: '['.repeat(100_000) })?.answers).toHaveLength(1);
      expect(readFlowContent('x')).toBeUndefined();
    });
  });
});
