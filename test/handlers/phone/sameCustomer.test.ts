import { sameCustomer } from '../../../src/handlers/phone/sameCustomer';

test.each([
  ['5511987654321', '551187654321', true],
  ['551187654321', '+5511987654321', true],
  ['525512345678', '5215512345678', true],
  ['541123456789', '5491123456789', true],
  ['5511987654321', '5511987654321', true],
  ['5511987654321', '5511987654322', false],
  ['551133334444', '5511933334444', false],
  ['US.1', 'US.1', true],
  ['US.1', 'US.2', false],
])('%s and %s are the same customer: %s', (a, b, same) => {
  expect(sameCustomer(a, b)).toBe(same);
  expect(sameCustomer(b, a)).toBe(same);
});
