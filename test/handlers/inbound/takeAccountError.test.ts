import { takeAccountError } from '../../../src/handlers/inbound/eventHandlers';
import { warnAdmins } from '../../../src/handlers/warnings/warnAdmins';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

jest.mock('../../../src/handlers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn(async () => undefined) }));

const day = Date.UTC(2026, 10, 22, 10);

test('trouble of a number is told once a day for each kind, in words', async () => {
  const { host } = fakeHost();
  const take = (timestamp: number, code: number) =>
    takeAccountError({
      host,
      number: connectedNumber(),
      inbox: inboxEntry(),
      event: { kind: 'account-error', number: {}, timestamp, errors: [{ code, title: 'Trouble' }] },
    });
  await take(day, 131042);
  await take(day + 60_000, 131042);
  await take(day + 24 * 60 * 60_000, 131042);
  await take(day, 130497);
  const calls = jest.mocked(warnAdmins).mock.calls;
  const [first, again, nextDay, other] = calls.map(([, occasion]) => occasion);
  expect(first).toBe(again);
  expect(new Set([first, nextDay, other]).size).toBe(3);
  expect(calls[0]?.[3]).toMatchObject({ number: '+55 11 5555 0100', reason: expect.stringMatching(/\w+ \w+/) });
});
