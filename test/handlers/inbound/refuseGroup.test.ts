import { refuseGroup } from '../../../src/handlers/inbound/refuseGroup';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

test('a group’s message is refused with a line in the log that tells nobody’s number', async () => {
  const { host, store, log } = fakeHost();
  const number = connectedNumber();
  const event = { kind: 'group', what: 'message', number: {}, timestamp: null } as const;
  await refuseGroup({ host, event, number, inbox: inboxEntry() });
  expect(log).toEqual([expect.stringContaining('…0100')]);
  expect(log.join()).not.toContain(number.digits);
  expect(store.roundTrips).toBe(0);
});
