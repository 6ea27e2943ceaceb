import { giveUpOn } from '../../../src/handlers/inbound/giveUpOn';
import { storeEntry } from '../../../src/handlers/records/entries';
import { warnAdmins } from '../../../src/handlers/warnings/warnAdmins';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

jest.mock('../../../src/handlers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn() }));

const receivedAt = Date.UTC(2026, 9, 20);

test('a webhook that is given up goes after the admins were told whose messages were in it, and of which day', async () => {
  const { host, store, log } = fakeHost();
  const inbox = inboxEntry({ wamid: 'wamid.1', receivedAt });
  await storeEntry(host, inbox);
  jest.mocked(warnAdmins).mockImplementation(async () => expect(store.records).toHaveLength(1));
  await giveUpOn(host, inbox, [messageEvent()], 'no room');
  expect(warnAdmins).toHaveBeenCalledWith(host, expect.any(String), 'warnings:givenUp', {
    number: '+55 11 5555 0100',
    customers: '+55 11 95555 0111',
    date: 'October 20, 2026',
    reason: 'no room',
  });
  expect(store.records).toEqual([]);
  expect(log.join()).toContain('no room');
});
