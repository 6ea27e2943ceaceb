import { addressOf } from '../../../../src/handlers/outbound/delivery/trySend';

test('an answer goes to the phone where WhatsApp tells one, else to the business-scoped id, never in the wrong field', () => {
  expect(addressOf({ waId: '5511955550111', userId: 'BR.123' })).toEqual({ to: '5511955550111' });
  expect(addressOf({ waId: '5511955550111' })).toEqual({ to: '5511955550111' });
  expect(addressOf({ userId: 'BR.123' })).toEqual({ recipient: 'BR.123' });
});
