import { canSend } from '../../../src/handlers/outbound/canSend';
import { connectedNumber } from '../../support/connectedNumber';

const now = 1_700_000_000_000;
const day = 24 * 60 * 60 * 1000;
const number = connectedNumber();

describe('whether a message may go out', () => {
  test.each([
    ['just now', now],
    ['a moment before the day is over', now - day + 1],
    ['by a clock that goes ahead', now + 60_000],
  ])('it may when the customer wrote %s', (_when, lastInboundAt) => {
    expect(canSend({ number, lastInboundAt, now })).toBeUndefined();
  });

  test('it may when nobody knows: WhatsApp then decides', () => {
    expect(canSend({ number, lastInboundAt: undefined, now })).toBeUndefined();
  });

  test.each([day, day + 1, 30 * day])('it may not %i ms after the customer wrote, and the reason is told', (age) => {
    expect(canSend({ number, lastInboundAt: now - age, now })).toMatchObject({
      kind: 'refused',
      retry: 'no',
      key: 'errors:windowClosed',
    });
  });

  test('it may not from a number that is not connected any more', () => {
    expect(canSend({ number: undefined, lastInboundAt: now, now })?.key).toBe('errors:numberNotConnected');
  });
});
