import { customerTurn } from '../../../src/handlers/inbound/customerTurn';

test('every pair of a number and a customer has its own turn', () => {
  expect(customerTurn('1', '2')).toBe(customerTurn('1', '2'));
  expect(customerTurn('1', '23')).not.toBe(customerTurn('12', '3'));
});
