import { readAddress } from '../../../src/handlers/webhook/readAddress';

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
