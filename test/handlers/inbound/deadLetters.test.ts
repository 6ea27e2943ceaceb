import { customersOf } from '../../../src/handlers/inbound/webhook/deadLetters';
import { listCustomers } from '../../../src/handlers/whatsapp/phoneNumbers';
import { messageEvent } from '../../support/events';

test.each([
  [[], '–'],
  [['a', 'b', 'a'], 'a, b'],
  [[...'abcdefghijkl'], 'a, b, c, d, e, f, g, h, i, j, …'],
])('%j is listed in one line', (customers, expected) => {
  expect(listCustomers(customers)).toBe(expected);
});

test('customers are named once, by phone or, without one, by their id', () => {
  const events = [
    messageEvent(),
    messageEvent({ customer: { waId: '5511955550111' } }),
    messageEvent({ customer: { userId: 'BR.1' } }),
    { kind: 'group', what: 'message', number: {}, timestamp: null } as const,
  ];
  expect(customersOf(events)).toEqual(['+55 11 95555 0111', 'BR.1']);
});
