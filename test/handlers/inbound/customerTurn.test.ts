import { customerTurn } from '../../../src/handlers/inbound/customerTurn';

test('every pair of a number and a customer has its own turn', () => {
  expect(customerTurn('1', '2')).toBe(customerTurn('1', '2'));
  expect(customerTurn('1', '23')).not.toBe(customerTurn('12', '3'));
});

test.each([
  ['5531987654321', '553187654321'],
  ['5215512345678', '525512345678'],
  ['5491123456789', '541123456789'],
])('both spellings of a phone are one: %s and %s', (one, other) => {
  expect(customerTurn('1', one)).toBe(customerTurn('1', other));
});
