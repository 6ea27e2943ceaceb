import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findPosted } from '../../../src/handlers/inbound/findPosted';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

const messages = [
  { id: 'm3', customFields: { whatsapp: { wamid: 'wamid.3' } } },
  { id: 'm2' },
  { id: 'm1', customFields: { whatsapp: { wamid: 'wamid.1' } } },
];

test('a message that a crash left in the room is found by its wamid', async () => {
  const getMessages = jest.fn(async () => messages);
  const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
  expect(await findPosted(host, whatsappRoom(), 'wamid.1')).toBe('m1');
  expect(await findPosted(host, whatsappRoom(), 'wamid.2')).toBeUndefined();
  expect(getMessages).toHaveBeenCalledWith('room-id', expect.objectContaining({ limit: 100 }));
});
