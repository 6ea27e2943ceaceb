import { linkSent } from '../../../../src/handlers/outbound/delivery/linkSent';
import { file, storeEntry } from '../../../../src/handlers/core/records/entries';
import type { EarlyEntry } from '../../../../src/handlers/core/records/Entry';
import { fakeHost } from '../../../support/fakeHost';
import { outboxEntry } from '../../../support/records';
import { nodesOf } from '../../../support/screens';
import { postings, whatsappRoom } from '../../../support/workspace';

const early = (facts: Partial<EarlyEntry> = {}): EarlyEntry => ({
  ...file(Date.now(), 'wamid.out'),
  kind: 'early',
  delivery: 'delivered',
  ...facts,
});

describe('a message that WhatsApp took', () => {
  test('is remembered with its room and its place in it, and is not on its way any more', async () => {
    const { host, store } = fakeHost();
    const outbox = outboxEntry();
    await storeEntry(host, outbox);
    await linkSent(host, outbox, 'wamid.out');
    expect(store.records).toEqual([
      {
        entry: expect.any(String),
        minute: expect.any(String),
        wamid: 'wamid.out',
        kind: 'link',
        direction: 'out',
        number: '551155550100',
        customer: '5511955550111',
        roomId: 'room-id',
        messageId: 'message-id',
        delivery: 'accepted',
        reached: { accepted: expect.any(Number) },
        outbox: outbox.entry,
        process: expect.any(String),
      },
    ]);
  });

  test('takes over what a status told before', async () => {
    const { host, store } = fakeHost();
    const outbox = outboxEntry();
    await storeEntry(host, outbox);
    await storeEntry(host, early());
    expect(await linkSent(host, outbox, 'wamid.out')).toMatchObject({ delivery: 'delivered' });
    expect(store.records).toMatchObject([{ kind: 'link', delivery: 'delivered' }]);
  });

  test('tells of a failure that was told before, with its reason', async () => {
    const { posted, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
    const { host, store } = fakeHost({ modify, read });
    const outbox = outboxEntry();
    await storeEntry(host, outbox);
    await storeEntry(host, early({ delivery: 'failed', errors: [{ code: 131047 }] }));
    let noted: unknown[] = [];
    const push = posted.push.bind(posted);
    jest.spyOn(posted, 'push').mockImplementationOnce((card) => {
      noted = store.records.map((record) => Reflect.get(record, 'kind') as unknown);
      return push(card);
    });
    await linkSent(host, outbox, 'wamid.out');
    // A crash before the card leaves a trace.
    expect(noted).toContain('outbox');
    expect(posted[0]).toMatchObject({ room: 'room-id', text: expect.stringContaining('“Hello”') });
    expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'keep-message')).toBe(true);
  });

  test('has one link, whether its answer or its status came first', async () => {
    const { host, store } = fakeHost();
    const outbox = outboxEntry();
    await storeEntry(host, outbox);
    const links = [await linkSent(host, outbox, 'wamid.out'), await linkSent(host, outbox, 'wamid.out')];
    expect(links[0]).toEqual(links[1]);
    expect(store.records).toHaveLength(1);
  });
});
