import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { findEntry, storeEntry } from '../../../src/handlers/core/records/entries';
import { findHeld, hold, keepHeld } from '../../../src/handlers/inbound/held/hold';
import { readHeldEvent } from '../../../src/handlers/inbound/held/release';
import type { Arrival } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { welcome } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { isRepeated } from '../../../src/handlers/inbound/webhook/Task';
import type { Conversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { findConversation, saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { aboutText } from '../../../src/handlers/outbound/sendAutomaticText';
import { conversationTask, messageEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber, conversation, inboxEntry, outboxEntry } from '../../support/records';
import { postings, whatsappRoom } from '../../support/workspace';

describe('hold', () => {
  describe('hold', () => {
    const hour = 60 * 60 * 1000;

    /** Holds a message, and tells what is then known of its customer. */
    async function held(known: Partial<Conversation> = {}, offlineMessage: string | null = 'We are closed') {
      const fake = fakeHost({ replies: [{ json: { messages: [{ id: 'wamid.offline' }] } }] });
      const { host } = fake;
      const inbox = inboxEntry({ wamid: 'wamid.in' });
      await storeEntry(host, inbox);
      await saveConversation(host, conversation(known));
      const number = connectedNumber({ offlineMessage: offlineMessage ?? undefined });
      await hold({ host, event: messageEvent(), inbox, number }, conversation(known));
      const after = await findConversation(host, number.digits, ['5511955550111']);
      // The text goes out while the next message is worked on already.
      await host.memory.sendQueue.take(conversation(), Date.now(), async () => undefined);
      const sent = fake.requests.map(({ content }) => JSON.parse(content ?? '{}') as object);
      return { ...fake, inbox, after, sent };
    }

    describe('a message that nobody is there to read', () => {
      test('waits with its own time in the place of its webhook, and its customer gets the offline text', async () => {
        const { store, after, sent } = await held();
        const waiting = store.records.filter((record) => Reflect.get(record, 'kind') === 'held');
        expect(waiting).toMatchObject([{ wamid: 'wamid.in', at: 1_700_000_000_000, customer: '5511955550111' }]);
        expect(store.records.some((record) => Reflect.get(record, 'kind') === 'inbox')).toBe(false);
        expect(after?.holding).toBe(true);
        expect(sent).toMatchObject([{ to: '5511955550111', text: { body: 'We are closed' } }]);
      });

      test('is known when 360dialog delivers it again', async () => {
        const { host } = await held();
        const again = inboxEntry({ wamid: 'wamid.in' });
        expect(await isRepeated(host, again, 'wamid.in')).toBe(true);
      });

      test.each([
        [1 * hour, 0],
        [7 * hour, 1],
      ])('%i ms after the last offline text brings %i more', async (ago, times) => {
        const { sent } = await held({ holding: true, offlineSentAt: Date.now() - ago });
        expect(sent).toHaveLength(times);
      });

      test('of a number without an offline text is answered by nothing', async () => {
        const { after, sent } = await held({}, null);
        expect(after?.holding).toBe(true);
        expect(sent).toEqual([]);
      });
    });
  });

  describe('keepHeld', () => {
    test('what waits takes the place of its webhook', async () => {
      const { host } = fakeHost();
      const task = await conversationTask<'message'>(host, messageEvent());
      await keepHeld(task, conversation());
      expect(await findHeld(host)).toMatchObject([{ at: task.event.timestamp, event: task.event }]);
      expect(await findEntry(host, task.inbox.entry)).toBeUndefined();
    });

    test('a webhook with others in it stays until all of it is done, and a message without a time has that of its webhook', async () => {
      const { host } = fakeHost();
      const task = await conversationTask<'message'>(host, messageEvent({ timestamp: null }));
      await keepHeld({ ...task, inbox: inboxEntry({ ...task.inbox, wamid: undefined }) }, conversation());
      expect(await findHeld(host)).toMatchObject([{ at: task.inbox.receivedAt }]);
      expect(await findEntry(host, task.inbox.entry)).toMatchObject({ kind: 'inbox' });
    });
  });

  describe('readHeldEvent', () => {
    test('a stored event is the one that its webhook was read into', () => {
      const event = messageEvent();
      expect(readHeldEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
    });
  });
});

describe('welcome', () => {
  const at = Date.UTC(2026, 10, 22, 10);
  const room = (createdAt: number) => whatsappRoom({ createdAt: new Date(createdAt) }) as ILivechatRoom;
  const arrival = (facts: Partial<Arrival> = {}): Arrival => ({
    number: connectedNumber({ welcomeMessage: 'Welcome' }),
    conversation: conversation(),
    event: messageEvent(),
    at,
    receivedAt: at,
    interrupted: 'never',
    openRoom: 'not-looked-up',
    acquaintance: 'known',
    ...facts,
  });

  /** A workspace whose WhatsApp takes texts, and how many were sent when all that waits is through. */
  function workspace() {
    const replies = ['1', '2'].map((id) => ({ json: { messages: [{ id: `wamid.${id}` }] } }));
    const { modify, read } = postings([whatsappRoom()]);
    const { host, requests } = fakeHost({ modify, read, replies });
    const through = (act = async () => undefined) => host.memory.sendQueue.take(conversation(), Date.now(), act);
    const sent = async () => {
      await through();
      return requests.length;
    };
    return { host, sent, through };
  }

  describe('the welcome text', () => {
    test('goes to whoever opens a conversation, and only where there is one', async () => {
      const { host, sent } = workspace();
      await welcome(host, arrival(), { room: room(at), isNew: true });
      expect(await sent()).toBe(1);
      await welcome(host, arrival(), { room: room(at), isNew: false });
      await welcome(host, arrival({ number: connectedNumber() }), { room: room(at), isNew: true });
      expect(await sent()).toBe(1);
    });

    test('goes out after a crash between the room and the text, unless it was begun', async () => {
      const resumed = arrival({ interrupted: 'before' });
      const { host, sent } = workspace();
      await welcome(host, resumed, { room: room(at + 1_000), isNew: false });
      expect(await sent()).toBe(1);
      const begun = workspace();
      await storeEntry(begun.host, outboxEntry({ about: aboutText('welcome', 'room-id') }));
      await welcome(begun.host, resumed, { room: room(at + 1_000), isNew: false });
      expect(await begun.sent()).toBe(0);
    });

    test('is not sent again while it waits for what is sent before it', async () => {
      const { host, sent, through } = workspace();
      let letOn: () => void = () => undefined;
      const before = new Promise<undefined>((resolve) => (letOn = () => resolve(undefined)));
      void through(() => before);
      await welcome(host, arrival(), { room: room(at), isNew: true });
      await welcome(host, arrival({ interrupted: 'before' }), { room: room(at + 1_000), isNew: false });
      letOn();
      expect(await sent()).toBe(1);
    });

    test('does not come in the middle of a conversation that is older than the message', async () => {
      const { host, sent } = workspace();
      await welcome(host, arrival({ interrupted: 'before' }), { room: room(at - 3_600_000), isNew: false });
      expect(await sent()).toBe(0);
    });
  });
});
