import { changeMessage } from '../../../src/handlers/inbound/messages/changeMessage';
import { putIntoRoom } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { reactOn } from '../../../src/handlers/inbound/messages/reactOn';
import { release } from '../../../src/handlers/inbound/held/release';
import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { file, findByWamid } from '../../../src/handlers/core/records/entries';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/held';
import { connectedNumber, conversation } from '../../support/records';
import { updates } from '../../support/workspace';
import { messageEvent, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/messages/changeMessage', () => ({ changeMessage: jest.fn(async () => true) }));
jest.mock('../../../src/handlers/inbound/messages/reactOn', () => ({ reactOn: jest.fn(async () => true) }));
jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn() }));
jest.mock('../../../src/handlers/inbound/messages/putIntoRoom', () => ({ putIntoRoom: jest.fn() }));

const customer = conversation({ holding: true });
const link = {
  direction: 'in',
  number: customer.number,
  customer: customer.customer,
  roomId: 'r',
  messageId: 'm',
} as const;

async function waiting() {
  const { host, store } = fakeHost({ read: updates({ m: 'Hello' }).read });
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
  beforeEach(() => {
    jest.mocked(putIntoRoom).mockReset().mockResolvedValue(link);
    jest.mocked(sayOrKeep).mockReset();
  });

  test('puts them into the room in order, with their own times, and knows them from then on', async () => {
    const { host } = await waiting();
    const released = await release(host, connectedNumber(), customer);
    expect(jest.mocked(putIntoRoom).mock.calls.map(([, { at }]) => at)).toEqual([1_000, 2_000]);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'link', roomId: 'r', messageId: 'm' }]);
    expect(await findHeld(host)).toEqual([]);
    expect(released.holding).toBe(false);
  });

  test('changes what its customer changed meanwhile, after it is in the room', async () => {
    const { host } = await waiting();
    const { number } = customer;
    const change = { ...ofCustomer, kind: 'revoke', wamid: 'w3', target: 'w1' } as const;
    const held = { kind: 'held', wamid: 'w3', number, customer: customer.customer, at: 3_000, event: change } as const;
    await storeHeld(host, { ...file(Date.now(), 'w3'), ...held });
    jest.mocked(changeMessage).mockImplementation(async () => {
      expect(putIntoRoom).toHaveBeenCalledTimes(2);
      return true;
    });
    await release(host, connectedNumber(), customer);
    expect(changeMessage).toHaveBeenCalledWith(host, 'w1', expect.any(Function));
    expect(await findByWamid(host, 'w3')).toMatchObject([{ kind: 'link' }]);
    expect(await findHeld(host)).toEqual([]);
  });

  test.each([true, false])('reacts to what its customer reacted to meanwhile, or tells it: %s', async (shown) => {
    const { host } = await waiting();
    const { number } = customer;
    const event = { ...ofCustomer, kind: 'reaction', wamid: 'w3', target: 'w2', emoji: '👍' } as const;
    const held = { kind: 'held', wamid: 'w3', number, customer: customer.customer, at: 3_000, event } as const;
    await storeHeld(host, { ...file(Date.now(), 'w3'), ...held });
    jest.mocked(reactOn).mockResolvedValueOnce(shown);
    await release(host, connectedNumber(), customer);
    const [, reactedTo, reaction] = jest.mocked(reactOn).mock.calls.at(-1) ?? [];
    expect(reactedTo).toMatchObject({ wamid: 'w2', messageId: 'm' });
    expect(reaction?.emoji).toBe('👍');
    const told = jest.mocked(sayOrKeep).mock.calls.map(([, , { text }]) => text);
    expect(told).toEqual(shown ? [] : [expect.stringContaining('👍')]);
    expect(await findByWamid(host, 'w3')).toMatchObject([{ kind: 'link' }]);
    expect(await findHeld(host)).toEqual([]);
  });

  test('drops what a blocked contact wrote, and asks no more for it', async () => {
    const { host } = await waiting();
    jest.mocked(putIntoRoom).mockRejectedValue(new Error('error-contact-channel-blocked'));
    await release(host, connectedNumber(), customer);
    expect(await findHeld(host)).toEqual([]);
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
