import { findByMinute, storeEntry } from '../../../src/handlers/core/records/entries';
import { minute } from '../../../src/handlers/core/records/association';
import { InboxWork, LEASE } from '../../../src/handlers/inbound/webhook/InboxWork';
import { takeUp } from '../../../src/handlers/inbound/webhook/recover';
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
