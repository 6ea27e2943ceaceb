import { readAddress, readContacts } from '../../../../src/handlers/whatsapp/webhook/customers';
import { readAccount } from '../../../../src/handlers/whatsapp/webhook/readAccount';
import { readChanges } from '../../../../src/handlers/whatsapp/webhook/readChanges';
import type { Scope } from '../../../../src/handlers/whatsapp/webhook/readScope';
import { eventBase, findCustomer, plainWord, readScope } from '../../../../src/handlers/whatsapp/webhook/readScope';
import { eventsOf } from './support/readFixture';

describe('readScope', () => {
  describe('readScope', () => {
    describe('what the items of a change have in common', () => {
      test.each([
        ['digits', '573001112233', '573001112233'],
        ['with a plus and blanks', '+1 555 010-0000', '15550100000'],
        ['with hyphens', '1-555-010-0000', '15550100000'],
        ['no digits', 'PHONE_NUMBER', undefined],
        ['empty', '', undefined],
      ])('has the display number %s as digits', (_what, display, digits) => {
        const value = { metadata: { display_phone_number: display, phone_number_id: '1' } };
        expect(readScope({ field: 'messages', value, at: '' }).number).toEqual({
          phoneNumberId: '1',
          displayNumber: digits,
        });
      });

      test('finds the number of an account change beside the metadata', () => {
        const value = { display_phone_number: '49 30', metadata: null };
        expect(readScope({ field: 'phone_number_quality_update', value, at: '' }).number.displayNumber).toBe('4930');
      });
    });

    const ann = { waId: '1', userId: 'DE.1', name: 'Ann' };
    const bo = { userId: 'DE.2', name: 'Bo' };

    describe('who an item is from', () => {
      test.each([
        ['the contact with the same phone', { address: '1' }, [bo, ann], ann],
        ['the contact with the same user id', { userId: 'DE.2' }, [ann, bo], bo],
        ['the user id that came in place of the phone', { address: 'DE.2' }, [ann, bo], bo],
        ['the item itself, when no contact fits', { address: '+9 (9)' }, [ann, bo], { waId: '99' }],
        ['the only contact, when the item names nobody', {}, [ann], ann],
        ['nobody, when two contacts could be it', {}, [ann, bo], undefined],
        ['nobody, when nothing is there', {}, [], undefined],
        [
          'the item, with the name of the only contact, which is spelled otherwise',
          { address: '55118' },
          [ann],
          { waId: '55118', name: 'Ann' },
        ],
      ])('is %s', (_what, addresses, contacts, customer) => {
        expect(findCustomer(addresses, scope({ contacts, count: 1 }))).toEqual(customer);
      });

      test('is not taken from the only contact, when several items are in the change', () => {
        expect(findCustomer({ address: '9' }, scope({ contacts: [ann], count: 2 }))).toEqual({ waId: '9' });
        expect(findCustomer({}, scope({ contacts: [ann], count: 2 }))).toBeUndefined();
      });

      test.each([
        [
          'text-username-only',
          {
            userId: 'DE.13491208655302741918',
            parentUserId: 'DE.ENT.11815799212886844830',
            username: 'bo.b',
            name: 'Bo',
          },
        ],
        ['text-user-id-in-from', { userId: 'DE.1349', name: 'Bo' }],
        ['text-without-contacts', { waId: '4915112345678' }],
        ['text-without-profile', { waId: '4915112345678' }],
        ['text-other-spelling', { waId: '551187654321', name: 'Davi' }],
        ['text-sender-in-contact', { waId: '4915112345678', name: 'Ann Lee' }],
        ['contacts-requested', { waId: '4915112345678', name: 'Ann Lee' }],
      ])('is right in %s', (name, customer) => {
        expect(eventsOf(name)).toMatchObject([{ customer }]);
      });

      test('tells two people of one change apart', () => {
        expect(eventsOf('text-both-ids')).toMatchObject([
          { customer: { waId: '4915100000003', userId: 'DE.3', name: 'Cy' } },
          { customer: { userId: 'DE.2', name: 'Bo' } },
        ]);
      });
    });

    function scope(parts: Partial<Scope>): Scope {
      return { number: {}, field: 'messages', contacts: [], errors: [], count: 1, ...parts };
    }

    const number = { phoneNumberId: '1' };

    describe('what every event has', () => {
      test('is the number and the time', () => {
        const scope = { number, field: 'messages', contacts: [], errors: [], count: 1 };
        expect(eventBase('1760000000', scope)).toEqual({ number, timestamp: 1_760_000_000_000 });
        expect(eventBase(undefined, scope)).toEqual({ number, timestamp: null, flaws: ['timestamp-missing'] });
        expect(eventBase('1', { ...scope, standby: true })).toMatchObject({ standby: true });
      });
    });

    describe('a word that may be logged', () => {
      test.each(['text', 'in_orbit', 'RINGING', 'message_template_status_update'])('is %s', (word) => {
        expect(plainWord(word)).toBe(word);
      });

      test.each([undefined, '', '4915112345678', 'call 49151', 'ann@example.com', 'x'.repeat(60), 'wamid.HBg'])(
        'is not %s',
        (word) => {
          expect(plainWord(word)).toBeUndefined();
        },
      );
    });
  });

  describe('the changes of a body', () => {
    test('tell where they stand, of which account and when', () => {
      const body = { entry: [{ id: '1', time: 5, changes: [{ field: 'messages', value: { messages: [] } }] }] };
      expect(readChanges(body)).toEqual([
        { field: 'messages', value: { messages: [] }, wabaId: '1', time: 5, at: 'entry.0.changes.0' },
      ]);
    });

    test.each([
      ['a flat body counts as messages', { messages: [{}] }, [{ field: 'messages', at: '' }]],
      ['an event with its data', { event: 'history', data: { history: [] } }, [{ field: 'history', at: 'data' }]],
      [
        'an envelope in an envelope',
        { body: { entry: { changes: { field: 'x', value: {} } } } },
        [{ field: 'x', at: 'body.entry.0.changes.0' }],
      ],
      ['a value without its field', { value: { statuses: [{}] } }, [{ field: 'messages', at: '' }]],
      [
        'a body as bytes',
        new Uint8Array(Buffer.from('{"messages":[{"text":"Olá"}]}')),
        [{ field: 'messages', value: { messages: [{ text: 'Olá' }] } }],
      ],
      [
        'a list with something broken in it',
        [{ field: 'x', value: {} }, 3],
        [
          { field: 'x', at: '0' },
          { reason: 'not-an-object', at: '1' },
        ],
      ],
    ])('%s', (_what, body, found) => {
      expect(readChanges(body)).toMatchObject(found);
    });
  });

  describe('customers', () => {
    describe('the people that a change names', () => {
      test.each([
        ['a phone and a name', { profile: { name: 'Ann' }, wa_id: '49151' }, { waId: '49151', name: 'Ann' }],
        [
          'a user id and a username',
          { profile: { username: '@ann' }, user_id: 'DE.1' },
          { userId: 'DE.1', username: 'ann' },
        ],
        ['the user id in place of the phone', { wa_id: 'DE.1', user_id: 'DE.1' }, { userId: 'DE.1' }],
        ['a phone as a number', { wa_id: 49151 }, { waId: '49151' }],
        ['no profile', { wa_id: '49151', profile: null }, { waId: '49151' }],
        ['nothing', {}, {}],
      ])('may have %s', (_what, contact, customer) => {
        expect(readContacts([contact])).toEqual([customer]);
      });

      test.each([undefined, null, 'x', 3, [null], ['x']])('are none in %j', (contacts) => {
        expect(readContacts(contacts)).toEqual([]);
      });
    });

    describe('an address of a body', () => {
      test.each([
        ['digits', '4915112345678', { waId: '4915112345678' }],
        ['a phone as people write it', '+49 (151) 123-45.678', { waId: '4915112345678' }],
        ['a business-scoped user id', 'US.13491208655302741918', { userId: 'US.13491208655302741918' }],
        ['a user id of a parent', 'US.ENT.1181', { userId: 'US.ENT.1181' }],
        ['a long user id', `CO.${'a'.repeat(128)}`, { userId: `CO.${'a'.repeat(128)}` }],
        ['an id of a form that is not known yet', 'user:abc-1', { userId: 'user:abc-1' }],
        ['too many digits for a phone', '1'.repeat(30), { userId: '1'.repeat(30) }],
        ['words', 'not an id', {}],
        ['a text without end', 'x'.repeat(300), {}],
        ['nothing', undefined, {}],
      ])('is %s', (_what, address, customer) => {
        expect(readAddress(address)).toEqual(customer);
      });
    });
  });
});

describe('readAccount', () => {
  const template = { id: '1689556908129835', name: 'order_update', language: 'en_US' };

  describe('news of the account', () => {
    test.each([
      [
        'a refused template, with the reason',
        'template-rejected',
        {
          topic: 'template-status',
          template,
          status: 'REJECTED',
          category: 'UTILITY',
          reason: 'INVALID_FORMAT',
          details: 'Parameters stand next to each other.',
        },
      ],
      [
        'an approved template, for which NONE is no reason',
        'template-approved',
        { topic: 'template-status', template, status: 'APPROVED', reason: undefined },
      ],
      [
        'the quality of a template',
        'template-quality',
        { topic: 'template-quality', template, previous: 'GREEN', current: 'YELLOW' },
      ],
      [
        'the category of a template',
        'template-category',
        { topic: 'template-category', previous: 'UTILITY', current: 'MARKETING' },
      ],
      ['the text of a template', 'template-content', { topic: 'template-content', template }],
      [
        'the quality of a number',
        'number-quality',
        { topic: 'number-quality', event: 'FLAGGED', limit: 'TIER_10K', number: { displayNumber: '4930901820' } },
      ],
      [
        'the name of a number',
        'number-name',
        { topic: 'number-name', decision: 'REJECTED', name: 'Lee & Co', reason: 'NAME_NOT_FOUND' },
      ],
      [
        'a restriction',
        'account-update',
        {
          topic: 'account-update',
          event: 'ACCOUNT_RESTRICTION',
          restrictions: [
            { type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: 1_760_500_000_000 },
            { type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', until: undefined },
          ],
        },
      ],
      [
        'a ban',
        'account-banned',
        { topic: 'account-update', event: 'DISABLED_UPDATE', ban: 'SCHEDULE_FOR_DISABLE', violation: 'SPAM' },
      ],
      ['a review', 'account-review', { topic: 'account-review', decision: 'APPROVED' }],
      [
        'an alert',
        'account-alert',
        { topic: 'account-alert', severity: 'CRITICAL', type: 'OBA', description: 'Look into it' },
      ],
      ['what the account may do', 'account-capability', { topic: 'capability', dailyLimit: 1_000, numbers: 2 }],
      ['the username', 'account-username', { topic: 'business-username', username: 'leeandco', status: 'reserved' }],
      [
        'settings, which are only named',
        'account-settings',
        { topic: 'other', field: 'account_settings_update', timestamp: 1_760_000_001_000 },
      ],
    ])('may be %s', (_what, name, event) => {
      expect(eventsOf(name)).toMatchObject([
        { kind: 'account', wabaId: '209900000000009', timestamp: expect.any(Number), ...event },
      ]);
    });

    test.each(['message_template_status_update', 'account_update', 'account_alerts', 'constructor', 'brand_new'])(
      'of %s are read from any body',
      (field) => {
        const scope = { number: {}, field, contacts: [], errors: [], count: 0 };
        for (const value of [{}, { event: 7, restriction_info: 'x', alert_info: [] }, { message_template_id: {} }]) {
          expect(readAccount(value, scope)).toMatchObject({ kind: 'account', timestamp: null });
        }
      },
    );
  });
});
