import {
  findPendingNotices,
  MOST_PENDING_NOTICES,
  removePendingNotices,
  storePendingNotice,
} from '../../../src/handlers/inbound/notices/pendingNotices';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';

const ana = conversation();
const news = (at: number, wamid = `w${at}`) => ({ wamid, at, text: `at ${at}` });

describe('what nobody could be told of a customer', () => {
  test('is found in WhatsApp’s order, each once though a crash stored it twice, and only of this customer', async () => {
    const { host } = fakeHost();
    await storePendingNotice(host, conversation({ customer: 'somebody else' }), news(1));
    for (const at of [3, 2, 3]) await storePendingNotice(host, ana, news(at));
    expect((await findPendingNotices(host, ana)).map(({ text }) => text)).toEqual(['at 2', 'at 3']);
  });

  test('is kept as the newest, and one more, which shows that there were others', async () => {
    const { host, store } = fakeHost();
    for (let at = 1; at <= 50; at += 1) await storePendingNotice(host, ana, news(at));
    expect(store.records).toHaveLength(MOST_PENDING_NOTICES + 1);
    expect((await findPendingNotices(host, ana)).at(-1)?.at).toBe(50);
  });

  test('is forgotten at once, and what was forgotten is known', async () => {
    const { host, store } = fakeHost();
    for (const at of [1, 2]) await storePendingNotice(host, ana, news(at));
    store.roundTrips = 0;
    expect((await removePendingNotices(host, ana)).map(({ at }) => at)).toEqual([1, 2]);
    expect([store.roundTrips, store.records.length]).toEqual([1, 0]);
  });
});
