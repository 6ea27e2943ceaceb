import { eventHandlers } from '../../../src/handlers/inbound/eventHandlers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

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
