import { putIntoRoom } from '../../../src/handlers/inbound/putIntoRoom';
import { release } from '../../../src/handlers/inbound/release';
import { saveConversation } from '../../../src/handlers/records/conversations';
import { file, findByWamid } from '../../../src/handlers/records/entries';
import { findHeld, storeHeld } from '../../../src/handlers/records/held';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/messageEvent';

jest.mock('../../../src/handlers/inbound/putIntoRoom', () => ({ putIntoRoom: jest.fn() }));

const customer = conversation({ holding: true });
const link = {
  direction: 'in',
  number: customer.number,
  customer: customer.customer,
  roomId: 'r',
  messageId: 'm',
} as const;

async function waiting() {
  const { host, store } = fakeHost();
  await saveConversation(host, customer);
  for (const [wamid, at] of [
    ['w2', 2_000],
    ['w1', 1_000],
  ] as const) {
    const event = messageEvent({ wamid });
    const { number } = customer;
    await storeHeld(host, {
      ...file(Date.now(), wamid),
      kind: 'held',
      wamid,
      number,
      customer: customer.customer,
      at,
      event,
    });
  }
  return { host, store };
}

describe('letting a customer’s messages in', () => {
  beforeEach(() => jest.mocked(putIntoRoom).mockReset().mockResolvedValue(link));

  test('puts them into the room in order, with their own times, and knows them from then on', async () => {
    const { host } = await waiting();
    const released = await release(host, connectedNumber(), customer);
    expect(jest.mocked(putIntoRoom).mock.calls.map(([, { at }]) => at)).toEqual([1_000, 2_000]);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'link', roomId: 'r', messageId: 'm' }]);
    expect(await findHeld(host)).toEqual([]);
    expect(released.holding).toBe(false);
  });

  test('is done by one of two instances that come to it at once', async () => {
    const { host, store } = await waiting();
    const other = fakeHost({ store }).host;
    await Promise.all([host, other].map((each) => release(each, connectedNumber(), customer)));
    expect(putIntoRoom).toHaveBeenCalledTimes(2);
  });

  test('stops at the first that does not get in, so that none overtakes it', async () => {
    const { host } = await waiting();
    jest.mocked(putIntoRoom).mockRejectedValue(new Error('no room'));
    await expect(release(host, connectedNumber(), customer)).rejects.toThrow('no room');
    expect(putIntoRoom).toHaveBeenCalledTimes(1);
    expect(await findHeld(host)).toHaveLength(2);
  });
});
