import type { ActionButton } from '../../../web/documents/Info';
import type { Room } from '../../../web/documents/Room';
import { showsButton } from '../../../web/page/room/showsButton';

const me = { _id: 'me', username: 'me', name: 'Me', roles: ['livechat-agent', 'user'] };
const live: Room = { _id: 'l', t: 'l' };
const button = (when?: ActionButton['when']): ActionButton => ({
  appId: 'app',
  actionId: 'a',
  context: 'roomAction',
  labelI18n: 'label',
  when,
});

test.each([
  [undefined, true],
  [{ roomTypes: ['livechat'] }, true],
  [{ roomTypes: ['direct'] }, false],
  [{ hasOneRole: ['admin', 'livechat-agent'] }, true],
  [{ hasOneRole: ['admin'] }, false],
  [{ hasAllRoles: ['user', 'livechat-agent'] }, true],
  [{ hasAllRoles: ['user', 'admin'] }, false],
])('a button for %j is shown to an agent in a conversation: %s', (when, shown) => {
  expect(showsButton(button(when), me, live)).toBe(shown);
});

test('outside of rooms the type of room does not matter', () => {
  expect(showsButton(button({ roomTypes: ['direct'] }), me, undefined)).toBe(true);
});
