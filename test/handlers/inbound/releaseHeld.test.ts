import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { putIntoRoom } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { releaseHeld } from '../../../src/handlers/inbound/held/releaseHeld';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { file } from '../../../src/handlers/core/records/entries';
import { storeHeld } from '../../../src/handlers/inbound/held/held';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber, conversation } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/inbound/messages/putIntoRoom', () => ({ putIntoRoom: jest.fn() }));

const link = { direction: 'in', number: '551155550100', customer: '5511955550111', roomId: 'r' } as const;

/** A workspace in which messages of two customers wait. */
async function waiting(someoneThere: boolean) {
  const reader = { isOnlineAsync: async () => someoneThere };
  const fake = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  const { host } = fake;
  await saveNumber(host, connectedNumber());
  for (const customer of ['5511955550111', '4930555502']) {
    await saveConversation(host, conversation({ customer, ids: [customer], waId: customer, holding: true }));
  }
  for (const [wamid, at, customer] of [
    ['w2', 2_000, '5511955550111'],
    ['w1', 1_000, '5511955550111'],
    ['w3', 3_000, '4930555502'],
  ] as const) {
    const event = messageEvent({ wamid, customer: { waId: customer } });
    await storeHeld(host, {
      ...file(Date.now(), wamid),
      kind: 'held',
      wamid,
      number: '551155550100',
      customer,
      at,
      event,
    });
  }
  const kinds = () => fake.store.records.map((record) => String(Reflect.get(record, 'kind')));
  return { ...fake, kinds };
}

const placed = () => jest.mocked(putIntoRoom).mock.calls.map(([, { event }]) => event.wamid);

describe('messages that wait', () => {
  beforeEach(() => jest.mocked(putIntoRoom).mockReset().mockResolvedValue(link));

  test('wait on while nobody is there', async () => {
    const { host, kinds } = await waiting(false);
    await releaseHeld(host);
    expect(placed()).toEqual([]);
    expect(kinds().filter((kind) => kind === 'held')).toHaveLength(3);
  });

  test('wait on without a word in the log when Rocket.Chat finds nobody after all', async () => {
    const { host, log, kinds } = await waiting(true);
    jest.mocked(putIntoRoom).mockRejectedValue(new Error('no-agent-online'));
    await releaseHeld(host);
    expect(kinds().filter((kind) => kind === 'held')).toHaveLength(3);
    expect(log).toEqual([]);
  });

  test('go into their rooms in the order in which they were written, and are then known as such', async () => {
    const { host, kinds, store } = await waiting(true);
    await releaseHeld(host);
    expect(placed().filter((wamid) => wamid !== 'w3')).toEqual(['w1', 'w2']);
    expect(placed()).toHaveLength(3);
    expect(kinds().sort()).toEqual(['conversation', 'conversation', 'link', 'link', 'link', 'number']);
    expect(store.records.filter((record) => Reflect.get(record, 'holding') === true)).toEqual([]);
  });

  test('are looked for in the room first: a crash may have left them there', async () => {
    const { host } = await waiting(true);
    await releaseHeld(host);
    expect(jest.mocked(putIntoRoom).mock.calls.every(([, { resumed }]) => resumed === true)).toBe(true);
  });

  test('of a customer who cannot be let in wait on, and keep nobody else out', async () => {
    const { host, kinds, log } = await waiting(true);
    jest.mocked(putIntoRoom).mockImplementation(async (_host, { event }) => {
      if (event.wamid === 'w1') throw new Error('no room');
      return link;
    });
    await releaseHeld(host);
    expect(kinds().filter((kind) => kind === 'held')).toHaveLength(2);
    expect(kinds().filter((kind) => kind === 'link')).toHaveLength(1);
    expect(log.join()).toContain('no room');
  });
});
