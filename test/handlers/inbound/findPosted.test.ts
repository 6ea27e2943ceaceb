import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findPosted } from '../../../src/handlers/inbound/findPosted';
import { file, storeEntry } from '../../../src/handlers/records/entries';
import type { LinkEntry } from '../../../src/handlers/records/Entry';
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
  const sought = { ...posted, wamid: 'w1', receivedAt: at };
  expect(await findPosted(host, whatsappRoom(), sought)).toBe(expected);
  expect(getMessages).toHaveBeenCalledWith('room-id', expect.objectContaining({ limit: 100 }));
});

describe('of several messages with the same words in one second', () => {
  const twins = [
    { id: 'm2', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at + 1) },
    { id: 'm1', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at) },
  ];
  const sought = { visitorId: 'visitor', text: 'Yes', at, receivedAt: at };
  const workspace = (count: number) => {
    const getMessages = async () => twins.slice(-count);
    return fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;
  };
  const link = (wamid: string, place: Pick<LinkEntry, 'messageId' | 'captionId'>, when: number): LinkEntry => ({
    ...file(when, wamid),
    kind: 'link',
    direction: 'in',
    number: '1',
    customer: '2',
    ...place,
  });

  test('each becomes one, and the one that was not posted none', async () => {
    const host = workspace(2);
    const found = [];
    for (const wamid of ['w1', 'w2', 'w3']) found.push(await findPosted(host, whatsappRoom(), { ...sought, wamid }));
    expect(found).toEqual(['m2', 'm1', undefined]);
  });

  test.each([0, 60_000])(
    'one that another webhook became before the crash is not taken, stored %d ms later',
    async (later) => {
      const host = workspace(1);
      await storeEntry(host, link('w1', { messageId: 'm1' }, at + later));
      expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
      expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w1' })).toBe('m1');
    },
  );

  test("the words behind another message's file are not taken", async () => {
    const host = workspace(1);
    await storeEntry(host, link('w1', { messageId: 'a file', captionId: 'm1' }, at));
    expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
  });
});
