import type { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { findPieces, takeUpAgain, withdrawCard } from '../../../../src/handlers/outbound/failures/resend';
import { file, storeEntry } from '../../../../src/handlers/core/records/entries';
import { fakeHost } from '../../../support/fakeHost';
import { outboxEntry } from '../../../support/outboxEntry';
import { postings } from '../../../support/postings';
import { whatsappRoom } from '../../../support/whatsappRoom';

test('of a message’s pieces those count that WhatsApp has or that are on their way, each as often as it was', async () => {
  const { host } = fakeHost();
  const about = 'message-id';
  const link = (piece: string, delivery: string) =>
    storeEntry(host, {
      ...file(Date.now(), `wamid.${piece}.${delivery}`),
      kind: 'link',
      direction: 'out',
      number: '1',
      customer: '2',
      about,
      piece,
      delivery,
    });
  await link('a', 'failed');
  await link('b', 'accepted');
  await link('b', 'read');
  await storeEntry(host, outboxEntry({ about, piece: 'c' }));
  await storeEntry(host, outboxEntry({ about, piece: 'uncertain', told: true }));
  await storeEntry(host, outboxEntry({ about }));
  await storeEntry(host, outboxEntry({ about: 'another', piece: 'd' }));
  expect(await findPieces(host, about)).toEqual(['b', 'b', 'c']);
  // Of those that were taken before, records decide as long as they are there.
  expect(await findPieces(host, about, ['a', 'b', 'b', 'e', 'e'])).toEqual(['b', 'b', 'c', 'e', 'e']);
});

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

function workspace(refusal?: Error) {
  const deleted: unknown[] = [];
  const deleteMessage = async ({ id }: { id: string }) => {
    if (refusal) throw refusal;
    deleted.push(id);
  };
  const { read } = postings([], [{ id: 'card' }]);
  const modify = { getDeleter: () => ({ deleteMessage }) } as unknown as Partial<IModify>;
  return { deleted, ...fakeHost({ read: read, modify }) };
}

describe('a card that is not true any more', () => {
  test('goes', async () => {
    const { host, deleted } = workspace();
    await withdrawCard(host, 'card');
    await withdrawCard(host, 'gone');
    expect(deleted).toEqual(['card']);
  });

  test('stays where Rocket.Chat does not delete it, which is logged', async () => {
    const { host, log } = workspace(new Error('not allowed'));
    await withdrawCard(host, 'card');
    expect(log.join()).toContain('not allowed');
  });
});
