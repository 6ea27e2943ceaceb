import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { takeUpAgain } from '../../../src/handlers/outbound/takeUpAgain';
import { storeEntry } from '../../../src/handlers/records/entries';
import { fakeHost } from '../../support/fakeHost';
import { outboxEntry } from '../../support/outboxEntry';
import { whatsappRoom } from '../../support/whatsappRoom';

const whose = { number: '551155550100', customer: '5511955550111' };
const message: { id: string; room: IRoom } = { id: 'm', room: whatsappRoom() };

describe('who sends a message again', () => {
  test('is the first of two instances that ask at once, in every try', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const { host, store } = fakeHost();
      const ends = await Promise.all([host, fakeHost({ store }).host].map((each) => takeUpAgain(each, whose, message)));
      expect(ends.filter(Boolean)).toHaveLength(1);
      await ends.find(Boolean)?.();
      expect(store.records).toEqual([]);
    }
  });

  test('is nobody else until the first one has ended', async () => {
    const { host } = fakeHost();
    const end = await takeUpAgain(host, whose, message);
    expect(await takeUpAgain(host, whose, message)).toBeUndefined();
    expect(await takeUpAgain(host, whose, { ...message, id: 'another' })).toBeDefined();
    await end?.();
    expect(await takeUpAgain(host, whose, message)).toBeDefined();
  });

  test('is free again when the sweep has told of one that a crash left', async () => {
    const { host } = fakeHost();
    await storeEntry(host, outboxEntry({ about: 'm', told: true }));
    await storeEntry(host, outboxEntry({ about: 'm', piece: 'text 1' }));
    expect(await takeUpAgain(host, whose, message)).toBeDefined();
  });
});
