import { findByMinute, storeEntry } from '../../../src/handlers/core/records/entries';
import { minute } from '../../../src/handlers/core/records/association';
import { InboxWork, LEASE } from '../../../src/handlers/inbound/webhook/InboxWork';
import { takeUp, takeUpAbandoned } from '../../../src/handlers/inbound/webhook/recover';
import { fakeHost } from '../../support/fakeHost';
import type { Play } from '../../support/interleavings';
import { explore } from '../../support/interleavings';
import { inboxEntry } from '../../support/records';

// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);

// A process was killed with a webhook at hand, and others find it at the same moment.

/** Instances that each look at the minute in which the dead one has left its webhook. */
function takingUp(more: Partial<Play>): Play {
  return {
    instances: 2,
    ...more,
    before: ({ store, now }) =>
      storeEntry(fakeHost({ store }).host, inboxEntry({ receivedAt: now - LEASE - 1, by: 'the dead one' })),
    begin: ({ store, now }) => {
      let taken = 0;
      return {
        run: async () => {
          const { host } = fakeHost({ store });
          const { inboxWork } = host.memory;
          jest.spyOn(inboxWork, 'begin').mockImplementation((...work) => {
            taken += 1;
            InboxWork.prototype.begin.apply(inboxWork, work);
          });
          for (const entry of await findByMinute(host, minute(now - LEASE - 1))) {
            if (entry.kind === 'inbox') await takeUp(host, entry);
          }
        },
        state: () => taken,
        check: ({ killed }) => {
          if (killed.size === 0) {
            expect(taken).toBe(1);
            expect(store.records).toEqual([]);
          } else {
            expect(taken).toBeLessThanOrEqual(1);
          }
        },
      };
    },
  };
}

describe('a webhook that a crash left', () => {
  test('is taken up once by two that find it at the same moment, in every order of their steps', async () => {
    expect((await explore(takingUp({}))).states).toBeGreaterThan(20);
  });

  test('is taken up at most once where one of them is killed at any step', async () => {
    await explore(takingUp({ crashes: 1 }));
  });
});

describe('webhooks of other instances, looked for every minute', () => {
  afterEach(() => jest.useRealTimers());

  /** A host on a clock that stands still. */
  const standing = () => {
    jest.useFakeTimers({ now: 1_700_000_000_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    return fakeHost();
  };
  /** Lets time pass in small steps, so that what it starts is done before it goes on. */
  const pass = async (ms: number) => {
    for (let at = 0; at < ms; at += 500) {
      await jest.advanceTimersByTimeAsync(500);
      for (let call = 0; call < 20; call += 1) await new Promise(setImmediate);
    }
  };
  const begun = () => inboxEntry({ receivedAt: Date.now(), minute: minute(Date.now()), by: 'another one' });

  test('cost two round trips a minute where there are none, and no other instance is known', async () => {
    const { host, store } = standing();
    await takeUpAbandoned(host);
    await pass(59_000);
    expect(store.roundTrips).toBe(2);
  });

  test.each([0, 10_000, 30_000])(
    'one that another instance began at %d ms is taken up within half a minute',
    async (after) => {
      const { host, store } = standing();
      host.memory.othersUntil.at = Date.now() + 3_600_000;
      if (after === 0) await storeEntry(host, begun());
      await takeUpAbandoned(host);
      await pass(after);
      if (after > 0) await storeEntry(host, begun());
      await pass(LEASE - 1_000);
      expect(store.records).toHaveLength(1);
      await pass(30_000 - LEASE + 1_000);
      expect(store.records).toEqual([]);
    },
  );

  test('one that waits for its next attempt in this minute is left alone', async () => {
    const { host, store } = standing();
    await storeEntry(host, { ...begun(), by: undefined, attempts: 1 });
    await takeUpAbandoned(host);
    await pass(30_000);
    expect(store.records).toHaveLength(1);
  });
});
