import { isForeign } from '../../../src/handlers/outbound/isForeign';

test.each([
  [{}, false],
  [{ token: null, type: null }, false],
  [{ token: 'visitor' }, true],
  [{ type: 'livechat-close' }, true],
  [{ token: 7 }, true],
])('%j is the customer’s or Rocket.Chat’s own: %s', (message, foreign) => {
  expect(isForeign(message)).toBe(foreign);
});
