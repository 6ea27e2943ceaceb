import { keepWaiting } from '../../../src/handlers/inbound/held/keepWaiting';
import { takeLease } from '../../../src/handlers/core/records/leases';
import { file, findByWamid } from '../../../src/handlers/core/records/entries';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/held';
import { minute } from '../../../src/handlers/core/records/minute';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { forgetWarning } from '../../../src/handlers/numbers/warnings/forgetWarning';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { connectedNumber } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/numbers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn() }));
jest.mock('../../../src/handlers/numbers/warnings/forgetWarning', () => ({ forgetWarning: jest.fn() }));

const DAY = 24 * 60 * 60 * 1_000;
const now = Date.UTC(2026, 10, 22, 10);
const [number, customer] = ['551155550100', '5511955550111'];

/** A workspace in which messages wait for so many days. */
async function waiting(isConnected: boolean, ...days: number[]) {
  const fake = fakeHost();
  if (isConnected) await saveNumber(fake.host, connectedNumber());
  for (const [index, age] of days.entries()) {
    const wamid = `w${index}`;
    const event = messageEvent({ wamid });
    const at = 1_000 + index;
    await storeHeld(fake.host, { ...file(now - age * DAY, wamid), kind: 'held', wamid, number, customer, at, event });
  }
  const minutes = async () => (await findHeld(fake.host)).map((held) => held.minute);
  return { ...fake, minutes };
}

describe('what waits for somebody to be available', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    jest.spyOn(Date, 'now').mockReturnValue(now);
  });
  afterEach(() => jest.restoreAllMocks());

  test('is filed anew while its number is connected, with its own time, and is found by it', async () => {
    const { host, minutes } = await waiting(true, 30, 40, 2);
    await keepWaiting(host);
    expect(await minutes()).toEqual([minute(now), minute(now), minute(now - 2 * DAY)]);
    expect(await findHeld(host)).toMatchObject([{ at: 1_000 }, { at: 1_001 }, { at: 1_002 }]);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'held', minute: minute(now) }]);
    expect(await findHeld(host, { number, customer })).toHaveLength(3);
    expect(warnAdmins).not.toHaveBeenCalled();
    expect(forgetWarning).toHaveBeenCalledTimes(1);
  });

  test('costs two round trips while nothing waits for long', async () => {
    const { host, store } = await waiting(true, 1, 6);
    store.roundTrips = 0;
    await keepWaiting(host);
    expect(store.roundTrips).toBe(2);
  });

  test('is left alone by it while it is let in on another instance', async () => {
    const { host, store, minutes } = await waiting(true, 30);
    const other = await takeLease(fakeHost({ store }).host, `release ${number} ${customer}`);
    await keepWaiting(host);
    expect(await minutes()).toEqual([minute(now - 30 * DAY)]);
    await other?.end();
    await keepWaiting(host);
    expect(await minutes()).toEqual([minute(now)]);
  });

  test('at a number that is disconnected goes with its minute, and the admins hear of it before', async () => {
    const { host, minutes } = await waiting(false, 25, 20);
    const before = await minutes();
    await keepWaiting(host);
    expect(await minutes()).toEqual(before);
    expect(jest.mocked(warnAdmins).mock.calls.map(([, ...told]) => told)).toEqual([
      [
        `waiting ${number}`,
        'warnings:stillWaiting',
        { number: '+55 11 5555 0100', waiting: 2, date: 'November 28, 2026' },
      ],
    ]);
  });

  test('at a number that was disconnected lately is no news: it may be connected again', async () => {
    const { host } = await waiting(false, 10, 3);
    await keepWaiting(host);
    expect(warnAdmins).not.toHaveBeenCalled();
  });
});
