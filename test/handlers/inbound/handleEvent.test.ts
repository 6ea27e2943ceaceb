import { eventHandlers } from '../../../src/handlers/inbound/webhook/eventHandlers';
import { handleEvent } from '../../../src/handlers/inbound/webhook/handleEvent';
import { connectedNumber, inboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/inbound/webhook/eventHandlers', () => ({ eventHandlers: { message: jest.fn() } }));

const handle = jest.mocked(eventHandlers.message ?? jest.fn());
const numbers = [connectedNumber()];

describe('an event', () => {
  beforeEach(() => handle.mockReset().mockResolvedValue(undefined));

  test('is handed over with its number and what it tells of the service window', async () => {
    const { host } = fakeHost();
    const inbox = inboxEntry();
    const event = messageEvent();
    await handleEvent(host, event, inbox, numbers);
    const heard = { number: numbers[0]?.digits, customer: event.customer.waId, at: event.timestamp, how: 'wrote' };
    expect(handle).toHaveBeenCalledWith({ host, event, inbox, number: numbers[0], heard });
  });

  test('of a number that is not connected is passed over, and so is one of a kind that nobody handles', async () => {
    const { host } = fakeHost();
    await handleEvent(host, messageEvent({ number: { displayNumber: '4930901820' } }), inboxEntry(), numbers);
    await handleEvent(host, { kind: 'group', what: 'change', number: {}, timestamp: null }, inboxEntry(), numbers);
    expect(handle).not.toHaveBeenCalled();
  });

  test('waits for the one before it of the same customer, and for nobody else', async () => {
    const { host } = fakeHost();
    const ended: string[] = [];
    handle.mockImplementation(async ({ event }) => {
      const name = 'wamid' in event ? (event.wamid ?? '') : '';
      if (name.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 20));
      ended.push(name);
    });
    const other = { waId: '4930555501' };
    await Promise.all([
      handleEvent(host, messageEvent({ wamid: 'slow' }), inboxEntry(), numbers),
      handleEvent(host, messageEvent({ wamid: 'next' }), inboxEntry(), numbers),
      handleEvent(host, messageEvent({ wamid: 'other', customer: other }), inboxEntry(), numbers),
    ]);
    expect(ended).toEqual(['other', 'slow', 'next']);
  });

  test('goes before what waits of the same customer and is younger', async () => {
    const { host } = fakeHost();
    const handled: string[] = [];
    handle.mockImplementation(async ({ event }) => {
      handled.push('wamid' in event ? (event.wamid ?? '') : '');
    });
    const wamids = ['3', '1', '2', 'also 2'];
    const webhook = (wamid: string) =>
      handleEvent(host, messageEvent({ wamid, timestamp: Number(wamid.at(-1)) * 1_000 }), inboxEntry(), numbers);
    // While a webhook waits for its answer nothing is worked off.
    const works = await host.memory.limiter.runUrgent(async () => wamids.map(webhook));
    await Promise.all(works);
    expect(handled).toEqual(['1', '2', 'also 2', '3']);
  });

  test('that fails is thrown, so that its webhook is tried again, and the next one goes on', async () => {
    const { host } = fakeHost();
    handle.mockRejectedValueOnce(new Error('no room'));
    const failed = handleEvent(host, messageEvent(), inboxEntry(), numbers);
    const next = handleEvent(host, messageEvent(), inboxEntry(), numbers);
    await expect(failed).rejects.toThrow('no room');
    await expect(next).resolves.toBeUndefined();
  });
});
