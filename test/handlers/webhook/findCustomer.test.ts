import { findCustomer } from '../../../src/handlers/webhook/findCustomer';
import type { Scope } from '../../../src/handlers/webhook/Scope';
import { eventsOf } from './support/eventsOf';

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
      { userId: 'DE.13491208655302741918', parentUserId: 'DE.ENT.11815799212886844830', username: 'bo.b', name: 'Bo' },
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
