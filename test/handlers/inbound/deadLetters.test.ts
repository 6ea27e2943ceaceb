import { customersOf, deleteDeadLetter, keepAsDeadLetter } from '../../../src/handlers/inbound/webhook/deadLetters';
import { findDeadLetters } from '../../../src/handlers/numbers/deadLetters';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { listCustomers } from '../../../src/handlers/whatsapp/phoneNumbers';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/records';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/numbers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn() }));

test('a webhook that could not be worked off for days is found by the doctor, and told as one thing of its day', async () => {
  const { host } = fakeHost();
  const until = Date.UTC(2026, 11, 3);
  for (const waId of ['4930555501', '4930555502']) {
    const events = [messageEvent({ customer: { waId } })];
    await keepAsDeadLetter(host, { inbox: inboxEntry(), events, reason: 'no room', until });
  }
  expect(await findDeadLetters(host, '551155550100')).toMatchObject([{ reason: 'no room' }, { reason: 'no room' }]);
  const told = jest.mocked(warnAdmins).mock.calls.map(([, occasion, key, params]) => ({ occasion, key, params }));
  expect(new Set(told.map(({ occasion }) => occasion)).size).toBe(1);
  expect(told[0]).toMatchObject({
    key: 'warnings:undelivered',
    params: { number: '+55 11 5555 0100', customers: '+49 30 555501', date: 'December 3, 2026', reason: 'no room' },
  });
});

const receivedAt = Date.UTC(2026, 9, 20);

test('a webhook that is given up goes after the admins were told whose messages were in it, and of which day', async () => {
  const { host, store, log } = fakeHost();
  const inbox = inboxEntry({ wamid: 'wamid.1', receivedAt });
  await storeEntry(host, inbox);
  jest.mocked(warnAdmins).mockImplementation(async () => expect(store.records).toHaveLength(1));
  await deleteDeadLetter(host, inbox, [messageEvent()], 'no room');
  expect(warnAdmins).toHaveBeenCalledWith(host, expect.any(String), 'warnings:givenUp', {
    number: '+55 11 5555 0100',
    customers: '+55 11 95555 0111',
    date: 'October 20, 2026',
    reason: 'no room',
  });
  expect(store.records).toEqual([]);
  expect(log.join()).toContain('no room');
});

test.each([
  [[], '–'],
  [['a', 'b', 'a'], 'a, b'],
  [[...'abcdefghijkl'], 'a, b, c, d, e, f, g, h, i, j, …'],
])('%j is listed in one line', (customers, expected) => {
  expect(listCustomers(customers)).toBe(expected);
});

test('customers are named once, by phone or, without one, by their id', () => {
  const events = [
    messageEvent(),
    messageEvent({ customer: { waId: '5511955550111' } }),
    messageEvent({ customer: { userId: 'BR.1' } }),
    { kind: 'group', what: 'message', number: {}, timestamp: null } as const,
  ];
  expect(customersOf(events)).toEqual(['+55 11 95555 0111', 'BR.1']);
});
