import { readContactsContent } from '../../../../src/handlers/whatsapp/webhook/readContactsContent';
import { contentOf } from './support/readFixture';

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
    expect(readContactsContent([{ vcard }]).contacts).toMatchObject([{ name: 'Bo', phones: [{ number: '+49 151' }] }]);
  });

  test('may be none, or broken', () => {
    expect(contentOf('contacts-empty')).toEqual({ type: 'contacts', contacts: [] });
    expect(readContactsContent([null, 'x', { name: 3, phones: 'y', emails: [null, {}] }]).contacts).toEqual([
      { phones: [], emails: [], urls: [], addresses: [] },
    ]);
  });
});
