import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { newestMessages } from '../../../src/handlers/omnichannel/newestMessages';
import { fakeHost } from '../../support/fakeHost';

const hostWith = (getMessages: (...asked: unknown[]) => Promise<unknown>) =>
  fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;

test('a room is read from its newest message on, or from an older one', async () => {
  const getMessages = jest.fn(async () => ['newest', 'older']);
  expect(await newestMessages(hostWith(getMessages), 'r1', 25)).toEqual(['newest', 'older']);
  await newestMessages(hostWith(getMessages), 'r1', 25, 50);
  expect(getMessages.mock.calls).toEqual([
    ['r1', { limit: 25, skip: 0, sort: { createdAt: 'desc' } }],
    ['r1', { limit: 25, skip: 50, sort: { createdAt: 'desc' } }],
  ]);
});

test.each(['Method not implemented.', 'this.getMessages is not a function', 'Invalid accessor method "getMessages"'])(
  'a server without the call (%s) is asked once and counts as one with empty rooms',
  async (text) => {
    const getMessages = jest.fn(async () => Promise.reject(new Error(text)));
    const host = hostWith(getMessages);
    expect([await newestMessages(host, 'r1', 1), await newestMessages(host, 'r2', 1)]).toEqual([[], []]);
    expect(getMessages).toHaveBeenCalledTimes(1);
  },
);

test('a server that answers nothing has no such call either', async () => {
  const host = hostWith(async () => null);
  expect(await newestMessages(host, 'r1', 1)).toEqual([]);
  expect(host.memory.lacks.has('getMessages')).toBe(true);
});

test('a failure is no empty room: it is thrown, and asked again the next time', async () => {
  const getMessages = jest.fn(async () => Promise.reject(new Error('no database')));
  const host = hostWith(getMessages);
  await expect(newestMessages(host, 'r1', 1)).rejects.toThrow('no database');
  await expect(newestMessages(host, 'r1', 1)).rejects.toThrow('no database');
  expect(getMessages).toHaveBeenCalledTimes(2);
});
