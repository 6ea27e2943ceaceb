import type { Room } from '../../../web/documents/Room';
import { groupRooms } from '../../../web/page/sidebar/groupRooms';

const me = { _id: 'me', username: 'me', name: 'Me', roles: [] };
const room = (_id: string, more: Partial<Room>): [string, Room] => [_id, { _id, t: 'l', lm: _id, ...more }];
const rooms = Object.fromEntries([
  room('1', { open: true, servedBy: { _id: 'me', username: 'me' } }),
  room('2', { open: true, servedBy: { _id: 'me', username: 'me' } }),
  room('3', { open: true, onHold: true, servedBy: { _id: 'me', username: 'me' } }),
  room('4', { open: true, servedBy: { _id: 'you', username: 'you' } }),
  room('5', {}),
  room('6', { open: true }),
  room('7', { t: 'p' }),
  room('8', { t: 'c' }),
  room('9', { t: 'd' }),
]);
const inquiries = { i: { _id: 'i', rid: '6', name: '', message: '', ts: '', status: 'queued' } };

test('rooms stand in Rocket.Chat’s groups, newest first; waiting ones are the queue’s', () => {
  expect(
    groupRooms({ rooms, inquiries, me }).map(({ id, rooms: inside }) => [id, inside.map(({ _id }) => _id)]),
  ).toEqual([
    ['in-progress', ['2', '1']],
    ['on-hold', ['3']],
    ['others', ['4']],
    ['channels', ['8', '7']],
    ['direct', ['9']],
    ['closed', ['5']],
  ]);
});

test('empty groups are left out', () => {
  expect(groupRooms({ rooms: {}, inquiries: {}, me })).toEqual([]);
});
