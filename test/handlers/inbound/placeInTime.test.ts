import { lru } from 'tiny-lru';
import { placeInTime } from '../../../src/handlers/inbound/messages/placeInTime';

const at = 1_700_000_000_000;

/** The times that messages get, one after the other. */
function place(...times: number[]): number[] {
  const last = lru<number>(10);
  return times.map((time) => placeInTime(last, 'customer', time));
}

describe('the time of a message in its room', () => {
  test('is WhatsApp’s own', () => {
    expect(place(at, at + 1_000, at + 5_000)).toEqual([at, at + 1_000, at + 5_000]);
  });

  test('keeps the order in which messages of one second came', () => {
    expect(place(at, at, at, at + 1_000)).toEqual([at, at + 1, at + 2, at + 1_000]);
  });

  test('stays within its second', () => {
    const many = place(...Array.from({ length: 1_500 }, () => at));
    expect(Math.max(...many)).toBe(at + 999);
    expect(many).toEqual([...many].sort((a, b) => a - b));
  });

  test('of a late message is its own: it stands where the customer wrote it', () => {
    expect(place(at, at - 5_000)).toEqual([at, at - 5_000]);
  });

  test('does not depend on other conversations', () => {
    const last = lru<number>(10);
    expect([placeInTime(last, 'a', at), placeInTime(last, 'b', at)]).toEqual([at, at]);
  });
});
