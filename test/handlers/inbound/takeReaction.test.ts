import { reactOn } from '../../../src/handlers/inbound/messages/reactOn';
import { findPendingNotices } from '../../../src/handlers/inbound/notices/pendingNotices';
import { takeReaction } from '../../../src/handlers/inbound/messages/takeReaction';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { file, findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/hold';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { connectedNumber, conversation, inboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';
import { livechat, updates } from '../../support/workspace';

describe('takeReaction', () => {
  /** A workspace with a message in a room, to which a customer reacts. */
  async function workspace() {
    const parts = updates({ m1: 'Hello' });
    // No conversation is open: what is told in a line is kept for the next one.
    const fake = fakeHost({ modify: parts.modify, read: { ...livechat().read, ...parts.read } });
    const { host } = fake;
    await saveConversation(host, conversation());
    const first = inboxEntry({ wamid: 'wamid.target' });
    await storeEntry(host, first);
    const facts = { direction: 'in', number: '551155550100', customer: '5511955550111', messageId: 'm1' } as const;
    await linkMessage(host, first, 'wamid.target', facts);
    let count = 0;
    const react = async (emoji: string | null, target = 'wamid.target') => {
      const wamid = `wamid.reaction.${(count += 1)}`;
      const inbox = inboxEntry({ wamid });
      await storeEntry(host, inbox);
      const event = {
        kind: 'reaction',
        wamid,
        target,
        emoji,
        number: {},
        timestamp: 1,
        customer: { waId: '5511955550111' },
      } as const;
      const task = { host, inbox, number: connectedNumber(), event };
      await takeReaction(task);
      return task;
    };
    const told = async () => (await findPendingNotices(host, conversation())).map(({ text }) => text);
    return { ...fake, ...parts, react, told };
  }

  describe('a customer’s reaction', () => {
    test('stands on the message in the app’s name, and goes when it is taken away', async () => {
      const { react, told, done } = await workspace();
      await react('👍');
      await react(null);
      expect(done).toEqual([expect.stringMatching(/^bot-id \+:\S+: m1$/), expect.stringMatching(/^bot-id -:\S+: m1$/)]);
      expect(await told()).toEqual([]);
    });

    test('takes the place of the one before, and the same one twice is one', async () => {
      const { react, done, host } = await workspace();
      await react('👍');
      await react('👍');
      await react('❤️');
      expect(done.map((each) => each.replace(/:\S+:/, ''))).toEqual(['bot-id + m1', 'bot-id - m1', 'bot-id + m1']);
      expect(await findByWamid(host, 'wamid.target')).toMatchObject([{ kind: 'link', reaction: expect.any(String) }]);
    });

    test('that a line told before the message was known here is told of when it is taken back', async () => {
      const { react, told, host } = await workspace();
      await react('👍', 'wamid.later');
      const facts = { direction: 'out', number: '551155550100', customer: '5511955550111', messageId: 'm1' } as const;
      await storeEntry(host, { ...file(Date.now(), 'wamid.later'), kind: 'link', ...facts });
      await react(null, 'wamid.later');
      expect(await told()).toHaveLength(2);
      expect(await findByWamid(host, 'wamid.later')).toMatchObject([{ reactionTold: undefined }]);
    });

    test('that is delivered again changes nothing', async () => {
      const { react, done } = await workspace();
      const task = await react('👍');
      await takeReaction(task);
      expect(done).toHaveLength(1);
    });

    test('to a message that is not known here is told in a line', async () => {
      const { react, told, done } = await workspace();
      await react('👍', 'wamid.unknown');
      expect(done).toEqual([]);
      expect(await told()).toEqual([expect.stringContaining('👍')]);
    });

    test('to a message that waits for somebody to be available waits with it, and is known', async () => {
      const { react, told, host } = await workspace();
      const [wamid, number, customer] = ['wamid.waits', '551155550100', '5511955550111'];
      const event = messageEvent({ wamid });
      await storeHeld(host, { ...file(1, wamid), kind: 'held', wamid, number, customer, at: 1, event });
      const task = await react('👍', wamid);
      expect(await findHeld(host, { number, customer })).toMatchObject([{ wamid }, { event: { emoji: '👍' } }]);
      expect(await findByWamid(host, task.event.wamid)).toMatchObject([{ kind: 'held' }]);
      expect(await told()).toEqual([]);
    });

    test.each(['link', 'held'] as const)(
      'to another customer’s message (%s) is told, and no record of that message changes',
      async (kind) => {
        const { react, told, host, done } = await workspace();
        const [wamid, number, customer] = ['wamid.theirs', '551155550100', '4915112345678'];
        const theirs = { ...file(1, wamid), wamid, number, customer };
        await (kind === 'held'
          ? storeHeld(host, { ...theirs, kind, at: 1, event: messageEvent({ wamid }) })
          : storeEntry(host, { ...theirs, kind, direction: 'in', messageId: 'm1', reaction: 'heart' }));
        const before = await findByWamid(host, wamid);
        await react('👍', wamid);
        await react(null, wamid);
        expect(await findByWamid(host, wamid)).toEqual(before);
        expect(await findHeld(host, { number, customer: '5511955550111' })).toEqual([]);
        expect(done).toEqual([]);
        expect(await told()).toHaveLength(2);
      },
    );

    test('that the server cannot show is told in a line, and the message is not stuck', async () => {
      const { react, told, modify } = await workspace();
      jest.spyOn(modify, 'getUpdater' as never).mockImplementation(() => {
        throw new Error('Method not found');
      });
      await react('👍');
      expect(await told()).toHaveLength(1);
    });
  });
});

describe('reactOn', () => {
  const link: LinkEntry = {
    ...file(1, 'wamid.target'),
    wamid: 'wamid.target',
    kind: 'link',
    direction: 'in',
    number: '551155550100',
    customer: '5511955550111',
    messageId: 'm1',
  };

  describe('a reaction on a message', () => {
    test('is put there in the app’s name', async () => {
      const { modify, read, done } = updates({ m1: 'Hello' });
      expect(await reactOn(fakeHost({ modify, read }).host, link, { emoji: '👍', timestamp: 1 })).toBe(true);
      expect(done).toEqual([expect.stringMatching(/^bot-id \+:\S+: m1$/)]);
    });

    test.each([
      ['without a message of its own', { ...link, messageId: undefined }, '👍'],
      ['with an emoji that Rocket.Chat does not know', link, '\u{1FAE8}\u{1FAE8}'],
    ])('%s is not shown', async (_what, target, emoji) => {
      const { modify, read, done } = updates({ m1: 'Hello' });
      expect(await reactOn(fakeHost({ modify, read }).host, target, { emoji, timestamp: 1 })).toBe(false);
      expect(done).toEqual([]);
    });
  });
});
