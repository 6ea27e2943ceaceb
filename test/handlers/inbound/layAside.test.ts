import { layAside } from '../../../src/handlers/inbound/layAside';
import { findUndelivered } from '../../../src/handlers/records/undelivered';
import { warnAdmins } from '../../../src/handlers/warnings/warnAdmins';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

jest.mock('../../../src/handlers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn() }));

test('a webhook that could not be worked off for days is found by the doctor, and told as one thing of its day', async () => {
  const { host } = fakeHost();
  const until = Date.UTC(2026, 11, 3);
  for (const waId of ['4930555501', '4930555502']) {
    const events = [messageEvent({ customer: { waId } })];
    await layAside(host, { inbox: inboxEntry(), events, reason: 'no room', until });
  }
  expect(await findUndelivered(host, '551155550100')).toMatchObject([{ reason: 'no room' }, { reason: 'no room' }]);
  const told = jest.mocked(warnAdmins).mock.calls.map(([, occasion, key, params]) => ({ occasion, key, params }));
  expect(new Set(told.map(({ occasion }) => occasion)).size).toBe(1);
  expect(told[0]).toMatchObject({
    key: 'warnings:undelivered',
    params: { number: '+55 11 5555 0100', customers: '+49 30 555501', date: 'December 3, 2026', reason: 'no room' },
  });
});
