import type { ActionButton } from '../../web/documents/Info';
import type { Message } from '../../web/documents/Message';
import type { Room } from '../../web/documents/Room';
import { deliveryOf, isSequential, isSystemMessage, systemTexts } from '../../web/page/messages/messageFacts';
import { showsButton } from '../../web/page/room/showsButton';
import { groupRooms } from '../../web/page/sidebar/groupRooms';

describe('groupRooms', () => {
  const me = { _id: 'me', username: 'me', name: 'Me', roles: [] };
  const room = (_id: string, more: Partial<Room>): [string, Room] => [_id, { _id, t: 'l', lm: _id, ...more }];
  const rooms = Object.fromEntries([
    room('1', { open: true, servedBy: { _id: 'me', username: 'me' } }),
    room('2', { open: true, servedBy: { _id: 'me', username: 'me' } }),
    room('3', { open: true, onHold: true, servedBy: { _id: 'me', username: 'me' } }),
    room('4', { open: true, servedBy: { _id: 'you', username: 'you' } }),
    room('5', {}),
    room('6', { open: true }),
    room('7', { t: 'p' }),
    room('8', { t: 'c' }),
    room('9', { t: 'd' }),
  ]);
  const inquiries = { i: { _id: 'i', rid: '6', name: '', message: '', ts: '', status: 'queued' } };

  test('rooms stand in Rocket.Chat’s groups, newest first; waiting ones are the queue’s', () => {
    expect(
      groupRooms({ rooms, inquiries, me }).map(({ id, rooms: inside }) => [id, inside.map(({ _id }) => _id)]),
    ).toEqual([
      ['in-progress', ['2', '1']],
      ['on-hold', ['3']],
      ['others', ['4']],
      ['channels', ['8', '7']],
      ['direct', ['9']],
      ['closed', ['5']],
    ]);
  });

  test('empty groups are left out', () => {
    expect(groupRooms({ rooms: {}, inquiries: {}, me })).toEqual([]);
  });
});

describe('messages', () => {
  const message = (more: Partial<Message> = {}): Message => ({
    _id: 'm',
    rid: 'r',
    msg: 'Hello',
    ts: '2026-11-22T12:00:00.000Z',
    u: { _id: 'u', username: 'ana' },
    ...more,
  });

  test.each([
    ['soon after', { ts: '2026-11-22T12:04:59.000Z' }, true],
    ['five minutes later', { ts: '2026-11-22T12:05:00.000Z' }, false],
    ['of somebody else', { u: { _id: 'v', username: 'bo' } }, false],
    ['under another name', { alias: 'Ana' }, false],
    ['that is not to be grouped', { groupable: false }, false],
    ['for me only', { private: true }, false],
    ['of the system', { t: 'uj' }, false],
  ])('a message %s: sequential is %s', (_what, more, sequential) => {
    expect(isSequential(message(), message(more))).toBe(sequential);
  });

  test('the delivery is read where the app has noted it, and nowhere else', () => {
    expect(deliveryOf(message({ customFields: { whatsapp: { status: 'read', wamid: 'x' } } }))).toBe('read');
    expect(deliveryOf(message({ customFields: { whatsapp: { status: 'eaten' } } }))).toBeUndefined();
    expect(deliveryOf(message())).toBeUndefined();
  });

  test('system messages are told from those of people', () => {
    expect(isSystemMessage(message({ t: 'uj', msg: 'ana' }))).toBe(true);
    expect(isSystemMessage(message({ t: 'something-new', msg: '' }))).toBe(true);
    expect(isSystemMessage(message({ t: 'something-new', msg: 'Hello' }))).toBe(false);
    expect(isSystemMessage(message())).toBe(false);
  });

  test.each([
    ['au', { msg: 'bot' }, 'added bot'],
    ['livechat-close', { msg: 'x', comment: 'Done' }, 'Conversation closed: Done'],
    ['command', { msg: 'connected' }, 'Chat was taken'],
    [
      'livechat_transfer_history',
      { transferData: { transferredBy: { name: 'Ana' }, transferredTo: { username: 'bo' } } },
      'Ana forwarded the chat to bo',
    ],
    [
      'livechat_transfer_history',
      { transferData: { transferredBy: { name: 'Ana' }, nextDepartment: { name: 'Sales' } } },
      'Ana forwarded the chat to Sales',
    ],
    ['livechat_transfer_history', { transferData: {} }, 'ana returned the chat to the queue'],
  ])('%s says what happened', (t, more, text) => {
    expect(systemTexts[t]?.(message({ t, ...more }))).toBe(text);
  });
});

describe('showsButton', () => {
  const me = { _id: 'me', username: 'me', name: 'Me', roles: ['livechat-agent', 'user'] };
  const live: Room = { _id: 'l', t: 'l' };
  const button = (when?: ActionButton['when']): ActionButton => ({
    appId: 'app',
    actionId: 'a',
    context: 'roomAction',
    labelI18n: 'label',
    when,
  });

  test.each([
    [undefined, true],
    [{ roomTypes: ['livechat'] }, true],
    [{ roomTypes: ['direct'] }, false],
    [{ hasOneRole: ['admin', 'livechat-agent'] }, true],
    [{ hasOneRole: ['admin'] }, false],
    [{ hasAllRoles: ['user', 'livechat-agent'] }, true],
    [{ hasAllRoles: ['user', 'admin'] }, false],
  ])('a button for %j is shown to an agent in a conversation: %s', (when, shown) => {
    expect(showsButton(button(when), me, live)).toBe(shown);
  });

  test('outside of rooms the type of room does not matter', () => {
    expect(showsButton(button({ roomTypes: ['direct'] }), me, undefined)).toBe(true);
  });
});
