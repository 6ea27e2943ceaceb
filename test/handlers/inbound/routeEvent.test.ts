import { eventHandlers } from '../../../src/handlers/inbound/webhook/eventHandlers';
import { routeEvent } from '../../../src/handlers/inbound/webhook/routeEvent';
import { unlessRepeated } from '../../../src/handlers/inbound/webhook/Task';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

describe('routeEvent', () => {
  const first = connectedNumber({ digits: '551155550100', phoneNumberId: '100' });
  const second = connectedNumber({ digits: '4930901820' });
  const route = (number: object) => routeEvent(messageEvent({ number }), [first, second], second.digits)?.digits;

  describe('an event belongs to the number', () => {
    test.each([
      ['whose id at Meta it names', { phoneNumberId: '100', displayNumber: '551155550100' }, first.digits],
      [
        'whose id at Meta it names, whatever its digits look like',
        { phoneNumberId: '100', displayNumber: '4930901820' },
        first.digits,
      ],
      [
        'whose digits it names, where the id is not known yet',
        { phoneNumberId: '200', displayNumber: '4930901820' },
        second.digits,
      ],
      ['whose secret came along, where it names none', {}, second.digits],
      [
        'of nobody, where it names one that is not connected',
        { phoneNumberId: '300', displayNumber: '34910000000' },
        undefined,
      ],
      ['of nobody, where it names an id alone that is not known', { phoneNumberId: '300' }, undefined],
    ])('%s', (_what, named, digits) => {
      expect(route(named)).toBe(digits);
    });

    test('in either spelling of a Brazilian mobile number', () => {
      const mobile = connectedNumber({ digits: '5511987654321' });
      const event = messageEvent({ number: { phoneNumberId: '400', displayNumber: '551187654321' } });
      expect(routeEvent(event, [mobile], '')?.digits).toBe(mobile.digits);
    });
  });
});

describe('eventHandlers', () => {
  const number = connectedNumber();
  const group = { kind: 'group', what: 'message', number: {}, timestamp: null } as const;

  test('a group’s message is refused with a line in the log that tells nobody’s number', async () => {
    const { host, store, log } = fakeHost();
    await eventHandlers.group?.({ host, event: group, number, inbox: inboxEntry() });
    expect(log).toEqual([expect.stringContaining('…0100')]);
    expect(log.join()).not.toContain(number.digits);
    expect(store.roundTrips).toBe(0);
  });

  test('no handler gets an event of another kind', async () => {
    const { host, log } = fakeHost();
    await eventHandlers.group?.({ host, event: messageEvent(), number, inbox: inboxEntry() });
    expect(log).toEqual([]);
  });

  test('the history of before a number was connected is not taken over', () => {
    expect(eventHandlers.history).toBeUndefined();
  });
});

describe('Task', () => {
  const link = { direction: 'in', number: '1', customer: '2' } as const;
  const event = { wamid: 'wamid.1' };

  /** A message that was put into its room, and the repeated webhook of it. */
  async function repeated(facts: Parameters<typeof inboxEntry>[0]) {
    const fake = fakeHost();
    const first = inboxEntry({ wamid: 'wamid.1' });
    await storeEntry(fake.host, first);
    await linkMessage(fake.host, first, 'wamid.1', link);
    const inbox = inboxEntry(facts);
    await storeEntry(fake.host, inbox);
    return { ...fake, inbox, work: jest.fn(async () => undefined) };
  }

  describe('what is done unless a message is repeated', () => {
    test('is done for a new one', async () => {
      const { host } = fakeHost();
      const inbox = inboxEntry({ wamid: 'wamid.1' });
      const work = jest.fn(async () => undefined);
      await unlessRepeated({ host, inbox, event }, work);
      expect(work).toHaveBeenCalledTimes(1);
    });

    test('is not done again, and costs nothing where this process remembers', async () => {
      const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1' });
      const before = store.roundTrips;
      await unlessRepeated({ host, inbox, event }, work);
      expect(work).not.toHaveBeenCalled();
      expect(store.roundTrips).toBe(before);
    });

    test('the sweep takes the repeated webhook away', async () => {
      const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1', resumed: true });
      await unlessRepeated({ host, inbox, event }, work);
      expect(store.records).toMatchObject([{ kind: 'link' }]);
    });

    test('but not when another message, which is not done yet, came with it', async () => {
      const { host, store, inbox, work } = await repeated({ wamid: 'wamid.2', resumed: true });
      await unlessRepeated({ host, inbox, event }, work);
      expect(store.records).toMatchObject([{ kind: 'link' }, { kind: 'inbox', wamid: 'wamid.2' }]);
    });
  });
});
