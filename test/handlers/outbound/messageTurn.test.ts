import { messageTurn } from '../../../src/handlers/outbound/messageTurn';

test('every message has a turn of its own', () => {
  expect(messageTurn('a')).toBe(messageTurn('a'));
  expect(messageTurn('a')).not.toBe(messageTurn('b'));
});
