import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { sendReaction, wantedReaction } from '../../../../src/handlers/outbound/agent/sendReaction';
import { deliver } from '../../../../src/handlers/outbound/delivery/deliver';
import { reportFailure } from '../../../../src/handlers/outbound/failures/reportFailure';
import { saveConversation } from '../../../../src/handlers/omnichannel/conversations/conversations';
import { file, storeEntry } from '../../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../../src/handlers/core/records/Entry';
import { saveNumber } from '../../../../src/handlers/numbers/numbers';
import { connectedNumber, conversation, outboxEntry } from '../../../support/records';
import { fakeHost } from '../../../support/fakeHost';
import { notices, whatsappRoom } from '../../../support/workspace';

jest.mock('../../../../src/handlers/outbound/delivery/deliver', () => ({ deliver: jest.fn(async () => true) }));
jest.mock('../../../../src/handlers/outbound/failures/reportFailure', () => ({
  reportFailure: jest.fn(async () => undefined),
}));

const ours = { number: '551155550100', customer: '5511955550111' };
const at = Date.now();
const message = (facts: object = {}) =>
  ({
    id: 'm',
    text: 'Hello',
    token: 't',
    createdAt: new Date(at),
    room: whatsappRoom(),
    ...facts,
  }) as unknown as IMessage;
const link = (facts: Partial<LinkEntry> = {}): LinkEntry => ({
  ...file(at, 'wamid.m'),
  kind: 'link',
  direction: 'in',
  number: ours.number,
  customer: ours.customer,
  messageId: 'm',
  ...facts,
});
const sentBefore = (reacted: string, delivery = 'sent') =>
  link({ ...file(at, `wamid.${reacted}`), about: 'reaction m', direction: 'out', reacted, delivery });

/** A workspace in which one agent's thumb stands on the message. */
async function workspace(reactions: object = { ':thumbsup:': { usernames: ['agent1'] } }) {
  const { read } = notices();
  const reader = { getById: async () => message({ reactions }) };
  const { host } = fakeHost({ read: { ...read, getMessageReader: () => reader } as never });
  await saveNumber(host, connectedNumber());
  await saveConversation(host, conversation());
  return host;
}

const added = (reaction: string) => ({ reaction, isReacted: true });
const told = () =>
  jest
    .mocked(reportFailure)
    .mock.calls.map(([, { reacted }, error]) => [reacted, Reflect.get(error as object, 'key') as unknown]);

beforeEach(() => {
  jest.mocked(deliver).mockClear();
  jest.mocked(reportFailure).mockClear();
});

test.each([
  ['never reacted before', []],
  ['had another reaction', [sentBefore('👍'), sentBefore('🔥')]],
  ['did not get it, for it failed', [sentBefore('👍', 'failed')]],
  ['perhaps did not get what was sent last', [sentBefore('👍'), outboxEntry({ about: 'reaction m', told: true })]],
])('it is sent where the customer %s', async (_case, entries) => {
  const host = await workspace();
  for (const entry of [link(), ...entries]) await storeEntry(host, entry);
  await sendReaction(host, message(), ours, added(':thumbsup:'));
  expect(deliver).toHaveBeenCalledWith(host, expect.objectContaining({ reacted: '👍', about: 'reaction m' }));
  expect(told()).toEqual([]);
});

test('nothing is sent where the customer sees it already', async () => {
  const host = await workspace();
  for (const entry of [link(), sentBefore('🔥'), sentBefore('👍')]) await storeEntry(host, entry);
  await sendReaction(host, message(), ours, added(':thumbsup:'));
  expect(deliver).not.toHaveBeenCalled();
});

test.each([
  ['the customer wrote too long ago', { room: { lastMessageTs: new Date(0) } }, '👍', 'errors:windowClosed'],
  ['nobody knows which message it is to', { id: 'unknown' }, '👍', 'errors:reactionTargetUnknown'],
])('it is told in the room where %s', async (_case, { room, ...facts }: { room?: object; id?: string }, emoji, key) => {
  const host = await workspace();
  await storeEntry(host, link());
  const there = whatsappRoom(room && { visitorChannelInfo: room });
  await sendReaction(host, message({ ...facts, room: there }), ours, added(':thumbsup:'));
  expect(deliver).not.toHaveBeenCalled();
  expect(told()).toEqual([[emoji, key]]);
});

test('an emoji of the workspace’s own is told by its name', async () => {
  const host = await workspace({ ':parrot_x:': { usernames: ['agent1'] } });
  await sendReaction(host, message(), ours, added(':parrot_x:'));
  expect(told()).toEqual([[':parrot_x:', 'errors:emojiUnknown']]);
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
