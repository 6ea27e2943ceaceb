import { outTurn } from '../../../src/handlers/outbound/outTurn';

test('every pair of a number and a customer has its own turn', () => {
  expect(outTurn({ number: '1', customer: '2' })).toBe(outTurn({ number: '1', customer: '2' }));
  expect(outTurn({ number: '1', customer: '23' })).not.toBe(outTurn({ number: '12', customer: '3' }));
});
