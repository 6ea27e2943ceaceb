import { listCustomers } from '../../../src/handlers/inbound/listCustomers';

test.each([
  [[], '–'],
  [['a', 'b', 'a'], 'a, b'],
  [[...'abcdefghijkl'], 'a, b, c, d, e, f, g, h, i, j, …'],
])('%j is listed in one line', (customers, expected) => {
  expect(listCustomers(customers)).toBe(expected);
});
