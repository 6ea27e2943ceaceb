import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/hold';
import { release } from '../../../src/handlers/inbound/held/release';
import { changeMessage, changeOf } from '../../../src/handlers/inbound/messages/changeMessage';
import { findPosted } from '../../../src/handlers/inbound/messages/findPosted';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { renderQuote } from '../../../src/handlers/inbound/messages/quotes';
import { findNotice, findUnsaid } from '../../../src/handlers/inbound/notices/findNotice';
import { findPostedLink } from '../../../src/handlers/inbound/repair/moveMessages';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { renderWrittenAt } from '../../../src/handlers/whatsapp/messages/renderLate';
import type { EditEvent, RevokeEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { messageEvent, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/interactions';
import { connectedNumber, conversation, inboxEntry } from '../../support/records';
import { postings, updates, whatsappRoom } from '../../support/workspace';
import { roomParts } from './media/support';
import { english } from '../whatsapp/messages/support/renderFixture';

/** The conversation that the messages of these tests belong to. */
const theirs = conversation({ number: '1', customer: '2', ids: ['2'] });

describe('changes that waited for an agent', () => {
  const held = async (event: Pick<EditEvent, 'kind' | 'content'> | Pick<RevokeEvent, 'kind'>) => {
    const { lines, modify, read } = roomParts({ open: [whatsappRoom() as ILivechatRoom] });
    const fake = fakeHost({ modify, read });
    const waiting = conversation({ holding: true });
    const { number, customer } = waiting;
    await saveConversation(fake.host, waiting);
    const wamid = 'wamid.change';
    const { content: _content, ...said } = messageEvent({ wamid });
    const whole = { ...said, ...event, target: 'wamid.gone' };
    await storeHeld(fake.host, {
      ...file(1, wamid),
      kind: 'held',
      wamid,
      number,
      customer,
      at: Date.now(),
      event: whole,
    });
    await release(fake.host, connectedNumber(), waiting);
    expect(await findHeld(fake.host, waiting)).toEqual([]);
    return lines.map(({ text }) => text);
  };

  test('an edit of what cannot be changed comes in as a message', async () => {
    expect(await held({ kind: 'edit', content: { type: 'text', body: 'At nine' } })).toEqual([
      expect.stringMatching(/edited[^]*At nine/),
    ]);
  });

  test('a deletion of what cannot be changed is told in a line', async () => {
    expect(await held({ kind: 'revoke' })).toEqual([expect.stringContaining('deleted')]);
  });
});

describe('changeMessage', () => {
  describe('changeMessage', () => {
    async function workspace(messageId?: string, captionId?: string) {
      const parts = updates({ m1: 'before', m2: 'caption' });
      const fake = fakeHost({ modify: parts.modify, read: parts.read });
      const inbox = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(fake.host, inbox);
      await linkMessage(fake.host, inbox, 'wamid.1', {
        direction: 'in',
        number: '1',
        customer: '2',
        messageId,
        captionId,
      });
      return { ...fake, ...parts };
    }

    test('the message in the room says what the change makes of it', async () => {
      const { host, texts } = await workspace('m1');
      expect(await changeMessage(host, 'wamid.1', theirs, (before) => `${before} and after`)).toBe(true);
      expect(texts).toEqual({ m1: 'before and after', m2: 'caption' });
    });

    test('what a file says is its caption', async () => {
      const { host, texts } = await workspace('m1', 'm2');
      expect(await changeMessage(host, 'wamid.1', theirs, (before) => `${before} and after`)).toBe(true);
      expect(texts).toEqual({ m1: 'before', m2: 'caption and after' });
    });

    test('a text that Rocket.Chat finds too long is not in the room, any other failure is none of ours', async () => {
      const { host } = await workspace('m1');
      const refusals = ['error-message-size-exceeded', 'no database'];
      const finish = async () => Promise.reject(new Error(refusals.shift()));
      jest.spyOn(host.modify, 'getUpdater').mockReturnValue({ ...host.modify.getUpdater(), finish });
      expect(await changeMessage(host, 'wamid.1', theirs, () => 'x')).toBe(false);
      await expect(changeMessage(host, 'wamid.1', theirs, () => 'x')).rejects.toThrow('no database');
    });

    test('a message that is not known, or left none in the room, is not found', async () => {
      expect(await changeMessage((await workspace('m1')).host, 'wamid.2', theirs, () => 'x')).toBe(false);
      expect(await changeMessage((await workspace()).host, 'wamid.1', theirs, () => 'x')).toBe(false);
    });
  });

  describe('changeOf', () => {
    const base = { ...ofCustomer, wamid: 'wamid.change', target: 'wamid.target' };

    test('an edit says what the message says now and what it said before', () => {
      const change = changeOf({ ...base, kind: 'edit', content: { type: 'text', body: 'at nine' } }, english);
      expect(change('at eight')).toMatch(/^at nine\n.*\n> at eight$/);
      expect(change('')).toContain('at nine');
    });

    test('a deletion says that there was one and what the message said', () => {
      const change = changeOf({ ...base, kind: 'revoke' }, english);
      expect(change('at eight')).toMatch(/deleted.*\n> at eight$/i);
    });
  });
});

describe('findPosted', () => {
  describe('findPosted', () => {
    const at = Date.UTC(2026, 10, 22, 12, 0, 5);
    const messages = [
      { id: 'm3', sender: { _id: 'agent' }, text: 'Hello', createdAt: new Date(at) },
      { id: 'm2', sender: { _id: 'visitor' }, text: 'Hello', createdAt: new Date(at - 1000) },
      { id: 'm1', sender: { _id: 'visitor' }, text: 'Hello ', createdAt: new Date(at + 7) },
    ];

    test.each([
      ['the same words of the customer in the same second', { visitorId: 'visitor', text: 'Hello', at }, 'm1'],
      ['the same words in another second', { visitorId: 'visitor', text: 'Hello', at: at + 5000 }, undefined],
      ['other words', { visitorId: 'visitor', text: 'Bye', at }, undefined],
      ['the same words of somebody else', { visitorId: 'other', text: 'Hello', at }, undefined],
    ])('a message that a crash left in the room is told by %s', async (_by, posted, expected) => {
      const getMessages = jest.fn(async () => messages);
      const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
      const sought = { ...posted, wamid: 'w1', receivedAt: at };
      expect(await findPosted(host, whatsappRoom(), sought)).toBe(expected);
      expect(getMessages).toHaveBeenCalledWith('room-id', expect.objectContaining({ limit: 100 }));
    });

    describe('of several messages with the same words in one second', () => {
      const twins = [
        { id: 'm2', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at + 1) },
        { id: 'm1', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at) },
      ];
      const sought = { visitorId: 'visitor', text: 'Yes', at, receivedAt: at };
      const workspace = (count: number) => {
        const getMessages = async () => twins.slice(-count);
        return fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;
      };
      const link = (wamid: string, place: Pick<LinkEntry, 'messageId' | 'captionId'>, when: number): LinkEntry => ({
        ...file(when, wamid),
        kind: 'link',
        direction: 'in',
        number: '1',
        customer: '2',
        ...place,
      });

      test('each becomes one, and the one that was not posted none', async () => {
        const host = workspace(2);
        const found = [];
        for (const wamid of ['w1', 'w2', 'w3'])
          found.push(await findPosted(host, whatsappRoom(), { ...sought, wamid }));
        expect(found).toEqual(['m2', 'm1', undefined]);
      });

      test.each([0, 60_000])(
        'one that another webhook became before the crash is not taken, stored %d ms later',
        async (later) => {
          const host = workspace(1);
          await storeEntry(host, link('w1', { messageId: 'm1' }, at + later));
          expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
          expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w1' })).toBe('m1');
        },
      );

      test('one that stands behind a file or a late message is found, unless it is known to be another one', async () => {
        const host = workspace(1);
        const place = { number: '1', customer: '2' };
        const behind = { ...sought, at: at - 30_000, receivedAt: at - 29_000, place };
        expect(await findPosted(host, whatsappRoom(), { ...behind, at: at - 90_000, wamid: 'w2' })).toBeUndefined();
        expect(await findPosted(host, whatsappRoom(), { ...behind, place: undefined, wamid: 'w2' })).toBeUndefined();
        const known = {
          ...link('w1', { messageId: 'm1' }, at - 400_000),
          heard: { ...place, at, how: 'wrote' as const },
        };
        await storeEntry(host, known);
        expect(await findPosted(host, whatsappRoom(), { ...behind, wamid: 'w2' })).toBeUndefined();
        expect(await findPosted(host, whatsappRoom(), { ...behind, wamid: 'w1' })).toBe('m1');
      });

      test('one with attachments of its own is found behind a late message, and a late one is not taken for it', async () => {
        const place = { number: '1', customer: '2' };
        const behind = { ...sought, at: at - 30_000, place, wamid: 'w1' };
        const withAttachment = (text: string) => {
          const getMessages = async () => [{ ...twins[1], attachments: [{ text }] }];
          return fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;
        };
        expect(await findPosted(withAttachment('a place on a map'), whatsappRoom(), behind)).toBe('m1');
        const { text: late = '' } = renderWrittenAt(at - 200_000, english);
        expect(await findPosted(withAttachment(late), whatsappRoom(), behind)).toBeUndefined();
      });

      test("the words behind another message's file are not taken", async () => {
        const host = workspace(1);
        await storeEntry(host, link('w1', { messageId: 'a file', captionId: 'm1' }, at));
        expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
      });
    });
  });

  describe('findPostedLink', () => {
    test('the link of a message is found by what this process remembers of it, without a look where it does not', async () => {
      const { host, store } = fakeHost();
      const link = { kind: 'link', direction: 'in', number: '1', customer: '2' } as const;
      await storeEntry(host, { ...link, ...file(Date.now(), 'wamid.1') });
      store.roundTrips = 0;
      expect(await findPostedLink(host, 'm')).toBeUndefined();
      expect(store.roundTrips).toBe(0);
      host.memory.posted.set('m', 'wamid.1');
      expect(await findPostedLink(host, 'm')).toMatchObject({ kind: 'link', wamid: 'wamid.1' });
    });
  });

  describe('findNotice', () => {
    const since = Date.UTC(2026, 10, 22, 12);

    test.each([
      ['the same words of the app', { sender: 'bot-id', text: 'News ', later: 5_000 }, 'm'],
      [
        'the same words in a line with its time',
        { sender: 'bot-id', text: 'Before:\n*1 PM UTC* News\n*2 PM UTC* x', later: 0 },
        'm',
      ],
      ['a line that goes on', { sender: 'bot-id', text: '*1 PM UTC* News of others', later: 0 }, undefined],
      ['the same words in the customer’s name', { sender: 'visitor', text: 'News', later: 0 }, 'm'],
      ['other words', { sender: 'bot-id', text: 'Other news', later: 5_000 }, undefined],
      ['words of somebody else', { sender: 'agent', text: 'News', later: 5_000 }, undefined],
      ['words of long before', { sender: 'bot-id', text: 'News', later: -600_000 }, undefined],
    ])('what a crash left in the room is told by %s', async (_by, { sender, text, later }, expected) => {
      const message = { id: 'm', sender: { _id: sender }, text, createdAt: new Date(since + later) };
      const { read } = postings([]);
      const getRoomReader = () => ({ getMessages: async () => [message] });
      const { host } = fakeHost({ read: { ...read, getRoomReader } as unknown as Partial<IRead> });
      expect(await findNotice(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', [])).toBe(expected);
      expect(
        await findNotice(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', ['m']),
      ).toBeUndefined();
    });

    test('a line of a list is the same with its time before it as without, and what is in no list is told', async () => {
      const text = 'Before:\n*1 PM UTC* Bread\n*2 PM UTC* Cake\nwith cream';
      const message = { id: 'm', sender: { _id: 'bot-id' }, text, createdAt: new Date(since) };
      const getRoomReader = () => ({ getMessages: async () => [message] });
      const { host } = fakeHost({ read: { ...postings([]).read, getRoomReader } as unknown as Partial<IRead> });
      const span = { visitor: { id: 'visitor' }, since };
      expect(await findNotice(host, whatsappRoom(), span)('*1 PM UTC* Bread', [])).toBe('m');
      const news = ['*1 PM UTC* Bread', '*2 PM UTC* Cake', '*2 PM UTC* Cake\nwith cream', '*3 PM UTC* Bread'];
      const unsaid = await findUnsaid(host, whatsappRoom(), span, { news, lineOf: (line) => line });
      // A shorter one may be the beginning of a longer one: it counts as told.
      expect(unsaid).toEqual(['*3 PM UTC* Bread']);
    });
  });
});

describe('quotes', () => {
  const quoting = messageEvent({ context: { wamid: 'wamid.quoted' } });

  async function workspace(settings: Record<string, unknown> = {}, messageId: string | undefined = 'm1') {
    const fake = fakeHost({ settings });
    const inbox = inboxEntry({ wamid: 'wamid.quoted' });
    await storeEntry(fake.host, inbox);
    const facts = { direction: 'in', number: '1', customer: '2', roomId: 'r1', messageId } as const;
    await linkMessage(fake.host, inbox, 'wamid.quoted', facts);
    return fake;
  }

  describe('a message that quotes another', () => {
    test('begins with the link that Rocket.Chat draws as a quote', async () => {
      const { host } = await workspace();
      expect(await renderQuote(host, quoting, theirs, sayKeys)).toBe('[ ](https://chat.example.org/live/r1?msg=m1) ');
    });

    test('says in a line that the other one is not known here', async () => {
      expect(await renderQuote(fakeHost().host, quoting, theirs, sayKeys)).toBe('inbound:quotesUnknown\n');
      const { host } = await workspace({}, '');
      const another = conversation({ number: '1', customer: '3', ids: ['3'] });
      expect(await renderQuote((await workspace()).host, quoting, another, sayKeys)).toBe('inbound:quotesUnknown\n');
      expect(await renderQuote(host, quoting, theirs, sayKeys)).toBe('inbound:quotesUnknown\n');
    });

    test('says nothing of it where quotes are switched off, and asks nobody', async () => {
      const { host, store } = await workspace({ allow_quote_messages: false });
      const before = store.roundTrips;
      expect(await renderQuote(host, quoting, theirs, sayKeys)).toBe('');
      expect(store.roundTrips).toBe(before);
    });

    test('one that quotes nothing costs nothing', async () => {
      const { host, store } = fakeHost();
      expect(await renderQuote(host, messageEvent(), theirs, sayKeys)).toBe('');
      expect(await renderQuote(host, messageEvent({ context: { forwarded: 'once' } }), theirs, sayKeys)).toBe('');
      expect(store.roundTrips).toBe(0);
    });
  });
});
