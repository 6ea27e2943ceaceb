import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { postMessageDeleted, postMessageUpdated } from '../../../src/handlers/entry/listeners/messageEvents';
import { findCustomerLink } from '../../../src/handlers/outbound/agent/findAnswered';
import {
  isEditOfAgent,
  isForeign,
  isForUs,
  isOfAgent,
  readAgentMessage,
} from '../../../src/handlers/outbound/agent/messageOrigin';
import { pairWithButtons } from '../../../src/handlers/outbound/agent/pairWithButtons';
import { reportUnsentChange } from '../../../src/handlers/outbound/agent/reportUnsentChange';
import { wantedReaction } from '../../../src/handlers/outbound/agent/sendReaction';
import { aboutText, isTextSent } from '../../../src/handlers/outbound/sendAutomaticText';
import { fakeHost } from '../../support/fakeHost';
import { overTheWire } from '../../support/MemoryPersistence';
import { outboxEntry } from '../../support/records';
import { person, postings, whatsappRoom } from '../../support/workspace';

describe('agentMessages', () => {
  describe('findCustomerLink', () => {
    const MINUTE = 60_000;
    const WROTE = Date.parse('2026-11-26T09:30:59Z');

    const link = (at: number, facts: Partial<LinkEntry> = {}): LinkEntry => ({
      ...file(at, 'wamid.1'),
      kind: 'link',
      direction: 'in',
      number: '551155550100',
      customer: '5511955550111',
      messageId: 'm1',
      ...facts,
    });
    const message = (facts: object = {}) =>
      ({ id: 'm1', createdAt: new Date(WROTE), updatedAt: new Date(WROTE), ...facts }) as IMessage;

    test.each([
      ['in its own minute', 0, 0],
      ['in the next one, when its webhook came', 1, 0],
      ['in the one in which it was stored, hours after it was written', 180, 180],
      ['in one before, when it was tried again', 178, 180],
    ])('a message of another instance is found %s', async (_case, filed, stored) => {
      const { host } = fakeHost();
      const kept = link(WROTE + filed * MINUTE);
      await storeEntry(host, kept);
      const updatedAt = new Date(WROTE + stored * MINUTE);
      expect(await findCustomerLink(host, message({ updatedAt }))).toEqual(kept);
    });

    test('the caption of a file is found too, and what goes out is not', async () => {
      const { host } = fakeHost();
      await storeEntry(host, link(WROTE, { direction: 'out', ...file(WROTE, 'wamid.2') }));
      expect(await findCustomerLink(host, message())).toBeUndefined();
      const kept = link(WROTE, { messageId: 'file', captionId: 'm1' });
      await storeEntry(host, kept);
      expect(await findCustomerLink(host, message())).toEqual(kept);
    });

    test('a message that this process posted is found at once, a later piece of a long one as well', async () => {
      const { host } = fakeHost();
      const kept = link(WROTE + 500 * MINUTE);
      await storeEntry(host, kept);
      host.memory.posted.set('m1', 'wamid.1').set('m1 piece 2', 'wamid.1');
      expect(await findCustomerLink(host, message())).toEqual(kept);
      expect(await findCustomerLink(host, message({ id: 'm1 piece 2' }))).toEqual(kept);
      expect(await findCustomerLink(host, message({ id: 'm9' }))).toBeUndefined();
    });
  });

  describe('messageOrigin', () => {
    test.each([
      [{}, false],
      [{ token: null, type: null }, false],
      [{ token: 'visitor' }, true],
      [{ type: 'livechat-close' }, true],
      [{ token: 7 }, true],
    ])('%j is the customer’s or Rocket.Chat’s own: %s', (message, foreign) => {
      expect(isForeign(message)).toBe(foreign);
    });

    const ours = { number: '551155550100', customer: '5511955550111' };
    const message = (facts: object = {}) =>
      ({ id: 'm', sender: person(), text: 'Hello', room: whatsappRoom(), ...facts }) as IMessage;

    describe('a message in Rocket.Chat', () => {
      test('is for a customer when an agent wrote it in a room of ours', () => {
        expect(readAgentMessage(message(), 'app-id')).toEqual(ours);
      });

      test('is it also where the wire made null of what is absent', () => {
        const absent = {
          token: undefined,
          type: undefined,
          editedAt: undefined,
          room: whatsappRoom({ isOpen: undefined }),
        };
        expect(readAgentMessage(overTheWire(message(absent)), 'app-id')).toEqual(ours);
      });

      test.each([
        ['of the customer', { token: 'visitor-token' }],
        ['of the system', { type: 'livechat-close' }],
        ['that was edited', { editedAt: new Date() }],
        ['of a channel', { room: { id: 'r', type: 'c' } }],
        ['of another app’s room', { room: whatsappRoom({ source: { type: 'app', id: 'another-app' } }) }],
        ['of a room that is ours and has no number', { room: whatsappRoom({ customFields: {} }) }],
      ])('%s is none of ours', (_what, facts) => {
        expect(readAgentMessage(message(facts), 'app-id')).toBeUndefined();
      });
    });

    describe('which events of a message concern the app', () => {
      const bare = whatsappRoom({ customFields: undefined });
      const widget = whatsappRoom({ source: { type: 'widget' }, customFields: undefined });
      const message = (facts: object) => ({ id: 'm', room: whatsappRoom(), ...facts }) as unknown as IMessage;
      const editedAt = new Date();

      test.each([
        ['an agent’s message', message({}), [true, true, false]],
        ['an edit', message({ editedAt }), [false, true, true]],
        ['a message in a room that lost its number', message({ room: bare }), [true, false, false]],
        ['an edit in a room that lost its number', message({ room: bare, editedAt }), [false, false, false]],
        ['the customer’s own', message({ token: 'visitor', editedAt }), [false, false, false]],
        [
          'the customer’s own in a room that lost its number',
          message({ token: 'visitor', room: bare }),
          [false, false, false],
        ],
        ['a message of another channel', message({ room: widget, editedAt }), [false, false, false]],
      ])('%s is heard of as far as it matters', (_what, given, [sent, deleted, edited]) => {
        expect(isForUs(given, 'app-id')).toBe(sent);
        expect(isOfAgent(given, 'app-id')).toBe(deleted);
        expect(isEditOfAgent(given, 'app-id')).toBe(edited);
      });
    });
  });

  describe('pairWithButtons', () => {
    const sender = { ...person({ id: 'rasa' }), roles: ['bot'] };
    const BUTTONS = [
      {
        type: 'actions',
        elements: [{ type: 'button', text: { text: 'Yes' }, value: 'yes', actionId: 'a', blockId: 'b' }],
      },
    ];
    const message = (facts: object) =>
      ({ id: 'm', room: { id: 'room' }, sender, createdAt: new Date(0), ...facts }) as unknown as IMessage;

    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    /** A bot; `say` tells whether what it says is handed on at once. */
    function bot() {
      const { host } = fakeHost();
      const say = (facts: object): boolean => {
        const send = jest.fn(async () => undefined);
        void pairWithButtons(host, message(facts), send);
        const isAtOnce = send.mock.calls.length > 0;
        jest.runAllTimers();
        return isAtOnce;
      };
      return say;
    }

    test('a bot that sends texts alone is kept waiting ten times, and later only with what asks', () => {
      const say = bot();
      const waited = Array.from({ length: 12 }, () => say({ text: 'Hello' }));
      expect(waited).toEqual([...Array.from({ length: 10 }, () => false), true, true]);
      const questions = ['Bread or cake?', 'Bread or cake? 👇', 'Please choose:', 'خبز أم كعكة؟', '面包还是蛋糕？'];
      expect(questions.map((text) => say({ text }))).toEqual(questions.map(() => false));
      expect(say({ text: 'Did you see? The bread is ready.' })).toBe(true);
    });

    test('the first question of a bot after many plain texts is one message with its buttons', () => {
      const { host } = fakeHost();
      const send = jest.fn(async () => undefined);
      const say = (facts: object) => void pairWithButtons(host, message(facts), send);
      for (let count = 0; count < 15; count += 1) {
        say({ text: 'Hello' });
        jest.runAllTimers();
      }
      send.mockClear();
      say({ id: 'question', text: 'Bread or cake?' });
      say({ id: 'buttons', text: '', blocks: BUTTONS });
      jest.runAllTimers();
      expect(send.mock.calls).toEqual([
        [expect.objectContaining({ id: 'buttons' }), expect.objectContaining({ id: 'question' })],
      ]);
    });

    test('the texts of one that has sent buttons alone always wait for them', () => {
      const say = bot();
      for (let count = 0; count < 12; count += 1) say({ text: 'Hello' });
      expect(say({ text: '', blocks: BUTTONS })).toBe(false);
      const waited = Array.from({ length: 15 }, () => say({ text: 'Hello' }));
      expect(waited).not.toContain(true);
    });
  });

  describe('reportUnsentChange', () => {
    const message = (facts: object = {}) =>
      ({
        id: 'm',
        text: 'We open at eight',
        sender: person({ id: 'agent-id' }),
        room: whatsappRoom(),
        ...facts,
      }) as IMessage;

    async function workspace(delivery?: string) {
      const { posted, modify, read } = postings([whatsappRoom()]);
      const { host } = fakeHost({ modify, read });
      const link = { kind: 'link', direction: 'out', number: '1', customer: '2', about: 'm', delivery } as const;
      if (delivery) await storeEntry(host, { ...link, ...file(Date.now(), 'wamid.1') });
      return { host, posted };
    }

    describe('what was done to a message', () => {
      test('that WhatsApp has is told to be unseen, once for an edit and once for the deletion', async () => {
        const { host, posted } = await workspace('read');
        await Promise.all([postMessageUpdated(host, message()), postMessageUpdated(host, message())]);
        await postMessageDeleted(host, message());
        await postMessageDeleted(host, message());
        expect(posted.map(({ text }) => text)).toEqual([
          expect.stringContaining('does not see this change'),
          expect.stringContaining('was deleted here only'),
        ]);
        for (const { text } of posted) expect(text).toContain('“We open at eight”');
      });

      test.each([
        ['was never sent', undefined, {}],
        ['failed', 'failed', {}],
        ['is the app’s own', 'read', { sender: person({ id: 'bot-id' }) }],
        ['stands in a closed conversation', 'read', { room: whatsappRoom({ isOpen: false }) }],
      ])('that %s is nothing to tell', async (_what, delivery, facts) => {
        const { host, posted } = await workspace(delivery);
        await reportUnsentChange(host, message(facts), 'delivery:editUnseen');
        expect(posted).toEqual([]);
      });
    });
  });
});

describe('wantedReaction', () => {
  const by = (...usernames: string[]) => ({ usernames });
  const added = (reaction: string) => ({ reaction, isReacted: true });
  const removed = (reaction: string) => ({ reaction, isReacted: false });

  test.each([
    ['what was added', { ':heart:': by('a'), ':thumbsup:': by('a') }, added(':heart:'), '❤️'],
    [
      'what was added besides the customer, whose own is the app’s',
      { ':heart:': by('bot', 'a') },
      added(':heart:'),
      '❤️',
    ],
    ['nothing when the last one was taken away', undefined, removed(':heart:'), ''],
    ['nothing where only the customer’s own is left', { ':heart:': by('bot') }, removed(':heart:'), ''],
    ['what still stands there', { ':heart:': by('a'), ':thumbsup:': by('b') }, removed(':tada:'), '👍'],
    ['nothing of what was taken away again meanwhile', {}, added(':heart:'), ''],
    [
      'what a phone knows of what still stands there',
      { ':heart:': by('a'), ':parrot_x:': by('b') },
      removed(':x:'),
      '❤️',
    ],
    ['nobody knows what a phone should show', { ':parrot_x:': by('a') }, added(':parrot_x:'), undefined],
    ['nothing of a shape that nobody knows', [1, 2], removed(':heart:'), ''],
  ])('the customer sees %s', (_case, reactions, change, emoji) => {
    expect(wantedReaction(reactions, 'bot', change)).toBe(emoji);
  });
});

describe('sendAutomaticText', () => {
  test('one of the app’s own texts was sent when there is a record of it, of this room and this kind', async () => {
    const { host } = fakeHost();
    await storeEntry(host, outboxEntry({ about: aboutText('welcome', 'r1'), messageId: undefined }));
    expect(await isTextSent(host, 'welcome', 'r1')).toBe(true);
    expect(await isTextSent(host, 'welcome', 'r2')).toBe(false);
    expect(await isTextSent(host, 'finished', 'r1')).toBe(false);
  });
});
