import { readAddress, readContacts } from '../../../../src/handlers/whatsapp/webhook/customers';

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
