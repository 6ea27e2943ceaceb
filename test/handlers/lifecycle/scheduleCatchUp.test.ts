import type { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import { scheduleCatchUp } from '../../../src/handlers/entry/lifecycle/scheduleCatchUp';
import { changeInstall } from '../../../src/handlers/core/records/install';
import { fakeHost } from '../../support/fakeHost';

const now = Date.UTC(2026, 10, 22, 10);
const scheduler = (scheduleOnce: jest.Mock) => ({ scheduleOnce }) as unknown as ISchedulerModify;

describe('an app that starts', () => {
  test('looks, a minute later, for what it missed since it was seen last', async () => {
    const { host } = fakeHost();
    await changeInstall(host, { sweptUntil: now - 600_000 });
    const scheduleOnce = jest.fn(async () => undefined);
    await scheduleCatchUp(host, scheduler(scheduleOnce), now);
    expect(scheduleOnce).toHaveBeenCalledWith({
      id: 'catch-up',
      when: new Date(now + 60_000),
      data: { since: now - 600_000, until: now },
    });
  });

  test('looks from where a job had begun that was killed with Rocket.Chat', async () => {
    const { host } = fakeHost();
    await changeInstall(host, { sweptUntil: now - 600_000, catchingUpFrom: now - 900_000 });
    const scheduleOnce = jest.fn(async () => undefined);
    await scheduleCatchUp(host, scheduler(scheduleOnce), now);
    expect(scheduleOnce).toHaveBeenCalledWith(expect.objectContaining({ data: { since: now - 900_000, until: now } }));
  });

  test('has missed nothing when it is new', async () => {
    const scheduleOnce = jest.fn();
    await scheduleCatchUp(fakeHost().host, scheduler(scheduleOnce), now);
    expect(scheduleOnce).not.toHaveBeenCalled();
  });

  test('starts also when it cannot look', async () => {
    const { host, store, log } = fakeHost();
    store.failure = new Error('no database');
    await scheduleCatchUp(host, scheduler(jest.fn()), now);
    expect(log.join()).toContain('no database');
  });
});
