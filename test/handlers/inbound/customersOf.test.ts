import { customersOf } from '../../../src/handlers/inbound/customersOf';
import { messageEvent } from '../../support/messageEvent';

test('customers are named once, by phone or, without one, by their id', () => {
  const events = [
    messageEvent(),
    messageEvent({ customer: { waId: '5511955550111' } }),
    messageEvent({ customer: { userId: 'BR.1' } }),
    { kind: 'group', what: 'message', number: {}, timestamp: null } as const,
  ];
  expect(customersOf(events)).toEqual(['+55 11 95555 0111', 'BR.1']);
});
