import { showCustomer } from '../../../src/handlers/phone/showCustomer';

test.each([
  ['5511955550111', '+55 11 95555 0111'],
  ['US.13491208655302741918', 'US.13491208655302741918'],
  ['5511955550111~1795300000000', '+55 11 95555 0111'],
])('%s is shown as %s', (id, expected) => {
  expect(showCustomer(id)).toBe(expected);
});
