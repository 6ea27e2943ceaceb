import { findOpenRoom } from '../../../src/handlers/omnichannel/findOpenRoom';
import { findOpenRooms } from '../../../src/handlers/omnichannel/findOpenRooms';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';
import { whatsappRoom } from '../../support/whatsappRoom';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const rooms = [
  whatsappRoom({ id: 'second', createdAt: at(2) }),
  whatsappRoom({ id: 'first', createdAt: at(1) }),
  whatsappRoom({ id: 'same moment', createdAt: at(1) }),
  whatsappRoom({ id: 'closed', createdAt: at(0), isOpen: false }),
  whatsappRoom({ id: 'other number', createdAt: at(0), customFields: { whatsapp: { number: '1', customer: '2' } } }),
  whatsappRoom({ id: 'other app', createdAt: at(0), source: { type: 'app', id: 'other' } }),
  whatsappRoom({ id: 'widget', createdAt: at(0), source: { type: 'widget' } }),
  whatsappRoom({ id: 'bare', createdAt: at(0), customFields: undefined }),
];

test('of all open rooms of a visitor only those of this number count, the oldest first, the same on every instance', async () => {
  for (const order of [rooms, [...rooms].reverse()]) {
    const { host } = fakeHost({ read: livechat([], order).read });
    const found = await findOpenRooms(host, conversation());
    expect(found.map(({ id }) => id)).toEqual(['first', 'same moment', 'second']);
    expect((await findOpenRoom(host, conversation()))?.id).toBe('first');
  }
});

test('a room that does not say whether it is open is: closed ones are not asked for', async () => {
  const silent = whatsappRoom({ id: 'silent', isOpen: undefined, closedAt: null });
  const closed = whatsappRoom({ id: 'closed', isOpen: undefined, closedAt: at(3) });
  const { host } = fakeHost({ read: livechat([], [silent, closed]).read });
  expect((await findOpenRooms(host, conversation())).map(({ id }) => id)).toEqual(['silent']);
});

test('there may be none', async () => {
  const { host } = fakeHost({ read: livechat([], rooms.slice(3)).read });
  expect(await findOpenRooms(host, conversation())).toEqual([]);
  expect(await findOpenRoom(host, conversation())).toBeUndefined();
});
