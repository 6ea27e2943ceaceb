import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { putIntoRoom } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { takeMessage } from '../../../src/handlers/inbound/messages/takeMessage';
import { findByWamid } from '../../../src/handlers/core/records/entries';
import { conversationTask, messageEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/inbound/messages/putIntoRoom', () => ({ putIntoRoom: jest.fn() }));

const closed = new Error('error-room-closed');
const link = {
  direction: 'in',
  number: '551155550100',
  customer: '5511955550111',
  roomId: 'r2',
  messageId: 'm',
} as const;

/** A message on its way into the first of these rooms that is open at each look. */
async function onItsWay(...looks: ReturnType<typeof whatsappRoom>[][]) {
  const reader = { getLivechatRooms: async () => looks.shift() ?? [], isOnlineAsync: async () => true };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  return { host, task: await conversationTask<'message'>(host, messageEvent({ wamid: 'w1' })) };
}

const rooms = () => jest.mocked(putIntoRoom).mock.calls.map(([, { room }]) => room?.id ?? 'a new one');

describe('a message whose room is closed in the very moment', () => {
  beforeEach(() => jest.mocked(putIntoRoom).mockReset().mockResolvedValue(link));

  test('goes into another room at once', async () => {
    const { host, task } = await onItsWay([whatsappRoom({ id: 'r1' })]);
    jest.mocked(putIntoRoom).mockRejectedValueOnce(closed);
    await takeMessage(task);
    expect(rooms()).toEqual(['r1', 'a new one']);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'link', roomId: 'r2' }]);
  });

  test('is tried again later when Rocket.Chat goes on calling it open', async () => {
    const { task } = await onItsWay([whatsappRoom({ id: 'r1' })], [whatsappRoom({ id: 'r1' })]);
    jest.mocked(putIntoRoom).mockRejectedValue(closed);
    await expect(takeMessage(task)).rejects.toThrow(closed);
    expect(rooms()).toEqual(['r1', 'r1']);
  });
});
