import { readContacts } from '../../../src/handlers/webhook/readContacts';

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
