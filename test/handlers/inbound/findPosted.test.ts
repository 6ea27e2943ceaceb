import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findPosted } from '../../../src/handlers/inbound/findPosted';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

const at = Date.UTC(2026, 10, 22, 12, 0, 5);
const messages = [
  { id: 'm3', sender: { _id: 'agent' }, text: 'Hello', createdAt: new Date(at) },
  { id: 'm2', sender: { _id: 'visitor' }, text: 'Hello', createdAt: new Date(at - 1000) },
  { id: 'm1', sender: { _id: 'visitor' }, text: 'Hello ', createdAt: new Date(at + 7) },
];

test.each([
  ['the same words of the customer in the same second', { visitorId: 'visitor', text: 'Hello', at }, 'm1'],
  ['the same words in another second', { visitorId: 'visitor', text: 'Hello', at: at + 5000 }, undefined],
  ['other words', { visitorId: 'visitor', text: 'Bye', at }, undefined],
  ['the same words of somebody else', { visitorId: 'other', text: 'Hello', at }, undefined],
])('a message that a crash left in the room is told by %s', async (_by, posted, expected) => {
  const getMessages = jest.fn(async () => messages);
  const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
  expect(await findPosted(host, whatsappRoom(), posted)).toBe(expected);
  expect(getMessages).toHaveBeenCalledWith('room-id', expect.objectContaining({ limit: 100 }));
});
