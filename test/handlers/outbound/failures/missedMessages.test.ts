import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { findMissedMessages } from '../../../../src/handlers/outbound/failures/missedMessages';
import { storeEntry } from '../../../../src/handlers/core/records/entries';
import { fakeHost } from '../../../support/fakeHost';
import { outboxEntry } from '../../../support/records';
import { person, whatsappRoom } from '../../../support/workspace';

const since = Date.UTC(2026, 10, 22, 10);
const until = since + 600_000;
const period = { since, until };
const long = `${'a'.repeat(3_000)} ${'b'.repeat(3_000)}`;

interface Given {
  id: string;
  at?: number;
  text?: string;
  by?: string;
  token?: string;
  type?: string;
  blocks?: object[];
}

/** A workspace with these messages in the room, newest first as Rocket.Chat gives them. */
function workspace(messages: Given[], room = whatsappRoom()) {
  const raw = messages
    .map(({ at = since + 1_000, by = 'agent-id', text = 'Hello', ...rest }) => ({
      ...rest,
      text,
      createdAt: new Date(at),
      sender: { _id: by, username: by },
    }))
    .reverse();
  const whole = (id: string) => {
    const found = raw.find((each) => each.id === id);
    return (
      found &&
      ({ ...found, sender: person({ id: found.sender._id, type: 'user' as never }), room } as never as IMessage)
    );
  };
  const pages: number[] = [];
  const { host } = fakeHost({
    read: {
      getRoomReader: () => ({
        getMessages: async (_room: string, { skip = 0, limit = 100 }) => (
          pages.push(skip),
          raw.slice(skip, skip + limit)
        ),
      }),
      getMessageReader: () => ({ getById: async (id: string) => whole(id) }),
      getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id' }) }),
    } as unknown as Partial<IRead>,
  });
  return { host, pages, find: async () => (await findMissedMessages(host, room, period)).map(({ id }) => id) };
}

describe('what agents wrote and nobody heard', () => {
  test('is what has no record, oldest first', async () => {
    const { host, find } = workspace([{ id: 'sent' }, { id: 'lost' }, { id: 'lost too' }]);
    await storeEntry(host, outboxEntry({ about: 'sent', piece: 'text 1' }));
    expect(await find()).toEqual(['lost', 'lost too']);
  });

  test('is what has fewer records than pieces', async () => {
    const { host, find } = workspace([
      { id: 'whole', text: long },
      { id: 'half', text: long },
    ]);
    for (const about of ['whole', 'whole', 'half']) await storeEntry(host, outboxEntry({ about, piece: 'p' }));
    expect(await find()).toEqual(['half']);
  });

  test.each<[string, Given]>([
    ['the customer’s', { id: 'm', token: 'visitor' }],
    ['Rocket.Chat’s own', { id: 'm', type: 'livechat-close' }],
    ['the app’s own', { id: 'm', by: 'bot-id' }],
    ['without a word', { id: 'm', text: ' ' }],
    ['older', { id: 'm', at: since - 1 }],
    ['younger: the app runs again', { id: 'm', at: until + 1 }],
  ])('is nothing that is %s', async (_what, message) => {
    expect(await workspace([message]).find()).toEqual([]);
  });

  test('is nothing of which a card tells already', async () => {
    const card = { id: 'card', by: 'bot-id', blocks: [{ elements: [{ value: '{"messageId":"failed"}' }] }] };
    expect(await workspace([{ id: 'failed' }, card]).find()).toEqual([]);
  });

  test('is not looked for in rooms that are not ours, nor further back than it can be', async () => {
    const foreign = workspace([{ id: 'm' }], whatsappRoom({ customFields: undefined }));
    expect(await foreign.find()).toEqual([]);
    expect(foreign.pages).toEqual([]);
    const many = Array.from({ length: 1_000 }, (_, at) => ({ id: `m${at}`, token: 'visitor' }));
    const busy = workspace(many);
    await busy.find();
    expect(busy.pages).toEqual([0, 100, 200, 300, 400]);
  });

  test('is a file that cannot be read any more, once', async () => {
    const { host, find } = workspace([{ id: 'm', ...{ files: [{ _id: 'f', name: 'a.png', type: 'image/png' }] } }]);
    expect(await find()).toEqual(['m']);
    await storeEntry(host, outboxEntry({ about: 'm', piece: 'file f' }));
    expect(await find()).toEqual([]);
  });
});
