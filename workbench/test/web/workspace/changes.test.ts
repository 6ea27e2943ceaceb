import type { Message } from '../../../web/documents/Message';
import type { Room } from '../../../web/documents/Room';
import {
  putHistory,
  putMessage as putMessageAt,
  putOlderHistory,
  removeMessage,
} from '../../../web/workspace/changes/messageChanges';
import { putRoom, readRoom, removeRoom, selectRoom, setTyping } from '../../../web/workspace/changes/roomChanges';
import type { Change, WorkspaceState } from '../../../web/workspace/WorkspaceState';
import { initialState } from '../../../web/workspace/WorkspaceState';

const me = { _id: 'me', username: 'me', name: 'Me', roles: [] };
const other = { _id: 'other', username: 'other' };
const message = (_id: string, ts: string, more: Partial<Message> = {}): Message => ({
  _id,
  rid: 'r',
  msg: _id,
  ts,
  u: other,
  ...more,
});
// A message that is dated more than a minute away makes nothing unread.
const NOW = new Date().toISOString();
const apply = (changes: Change[], from: WorkspaceState = { ...initialState, me }) =>
  changes.reduce((state, change) => change(state), from);
/** Told at the time that it is dated. */
const putMessage = (one: Message) => putMessageAt(one, Date.parse(one.ts));
const idsIn = (state: WorkspaceState) => state.histories['r']?.messages.map(({ _id }) => _id);

// The page's own; a window that is looked at.
beforeAll(() => Object.assign(globalThis, { document: { hidden: false } }));
afterAll(() => Reflect.deleteProperty(globalThis, 'document'));

describe('messages', () => {
  test('take their place by time, also late ones, and are not doubled', () => {
    const state = apply([
      putHistory('r', [message('b', '2026-01-02'), message('a', '2026-01-01')], false),
      putMessage(message('d', '2026-01-04')),
      putMessage(message('c', '2026-01-03')),
      putMessage(message('c', '2026-01-03', { msg: 'changed' })),
    ]);
    expect(idsIn(state)).toEqual(['a', 'b', 'c', 'd']);
    expect(state.histories['r']?.messages[2]?.msg).toBe('changed');
  });

  test('that were deleted while the connection was lost are gone, older pages stay', () => {
    const state = apply([
      putHistory('r', [message('b', '2026-01-02'), message('c', '2026-01-03')], true),
      putOlderHistory('r', [message('a', '2026-01-01')], false),
      putHistory('r', [message('b', '2026-01-02'), message('d', '2026-01-04')], true),
    ]);
    expect(idsIn(state)).toEqual(['a', 'b', 'd']);
    expect(state.histories['r']?.hasOlder).toBe(false);
  });

  test('of a page that does not join what is known take its place: no gap stays unseen', () => {
    const state = apply([
      putHistory('r', [message('a', '2026-01-01')], false),
      putHistory('r', [message('x', '2026-03-01'), message('y', '2026-03-02')], true),
    ]);
    expect(idsIn(state)).toEqual(['x', 'y']);
    expect(state.histories['r']?.hasOlder).toBe(true);
  });

  test('that come while the room is being fetched stay', () => {
    const state = apply([
      putHistory('r', [], false),
      putMessage(message('new', '2026-01-09')),
      putHistory('r', [message('a', '2026-01-01')], false),
    ]);
    expect(idsIn(state)).toEqual(['a', 'new']);
  });

  test('of an older page that change are fetched with it: alone they would stand before a gap', () => {
    const state = apply([
      putHistory('r', [message('y', '2026-03-01'), message('z', '2026-03-02')], true),
      putMessage(message('a', '2026-01-01', { reactions: { ':wave:': { usernames: ['other'] } } })),
      putOlderHistory('r', [message('x', '2026-02-01')], false),
    ]);
    expect(idsIn(state)).toEqual(['x', 'y', 'z']);
    // Where there is no older page nothing is before it.
    expect(idsIn(apply([putMessage(message('a', '2026-01-01'))], state))).toEqual(['a', 'x', 'y', 'z']);
  });

  test('of one moment keep the order in which they came, whatever changes about them', () => {
    const at = '2026-01-01';
    const state = apply([
      putHistory('r', [message('a', at), message('b', at)], false),
      putMessage(message('c', at)),
      putMessage(message('a', at, { msg: 'changed' })),
    ]);
    expect(idsIn(state)).toEqual(['a', 'b', 'c']);
  });

  test('that only I see stay when the room is fetched again', () => {
    const state = apply([
      putHistory('r', [message('a', '2026-01-01')], false),
      putMessage(message('mine', '2026-01-02', { private: true })),
      putHistory('r', [message('a', '2026-01-01'), message('b', '2026-01-03')], false),
    ]);
    expect(idsIn(state)).toEqual(['a', 'mine', 'b']);
  });

  test('that only I see take the place of the former with the same id, and are never unread', () => {
    const mine = (ts: string, msg: string) => putMessage(message('line', ts, { msg, private: true }));
    const history = [message('a', '2026-01-01'), message('b', '2026-01-03')];
    const state = apply([putHistory('r', history, false), mine('2026-01-02', 'one'), mine('2026-01-04', 'two')]);
    expect(idsIn(state)).toEqual(['a', 'b', 'line']);
    expect(state.histories['r']?.messages.at(-1)?.msg).toBe('two');
    expect(apply([mine(NOW, 'three')], state).unread).toEqual({});
    // In a room that was never opened they wait for that.
    expect(idsIn(apply([mine('2026-01-02', 'one'), putHistory('r', history, false)]))).toEqual(['a', 'line', 'b']);
  });

  test('of others count as unread where nobody looks, until the room is opened', () => {
    const read = putHistory('r', [], false);
    const counts = (...changes: Change[]) => apply([read, ...changes]).unread['r'] ?? 0;
    expect(counts(putMessage(message('a', NOW)), putMessage(message('b', NOW)))).toBe(2);
    expect(counts(putMessage(message('a', NOW)), putMessage(message('a', NOW, { editedAt: '2' })))).toBe(1);
    expect(counts(putMessage(message('a', NOW, { reactions: { ':wave:': { usernames: ['me'] } } })))).toBe(0);
    expect(counts(putMessage(message('a', NOW)), putMessage(message('b', NOW)), readRoom('r'))).toBe(0);
    expect(counts(putMessage(message('a', NOW, { u: me })))).toBe(0);
    expect(counts(putMessage(message('a', NOW, { t: 'uj' })))).toBe(0);
    expect(counts(selectRoom('r'), putMessage(message('a', NOW)))).toBe(0);
    expect(counts(putMessage(message('a', NOW)), selectRoom('r'))).toBe(0);
  });

  test('dated more than a minute aside from the workbench’s time are not noticed, whatever the browser’s clock shows', () => {
    const at = Date.parse('2031-05-01T12:00:00Z');
    const told = (ms: number) =>
      apply([putMessageAt(message('a', new Date(at + ms).toISOString()), at)]).unread['r'] ?? 0;
    expect([-60_001, -60_000, 0, 60_000, 60_001].map(told)).toEqual([0, 1, 1, 1, 0]);
  });

  test('of a room that was never opened are fetched when it is', () => {
    const state = apply([putMessage(message('a', NOW))]);
    expect(state.histories).toEqual({});
    expect(state.unread).toEqual({ r: 1 });
  });

  test('that were deleted are gone', () => {
    expect(idsIn(apply([putHistory('r', [message('a', '1')], false), removeMessage('r', 'a')]))).toEqual([]);
    expect(apply([removeMessage('r', 'a')]).histories).toEqual({});
  });
});

test('a room that is gone takes everything of its along', () => {
  const room: Room = { _id: 'r', t: 'p' };
  const state = apply([putRoom(room), selectRoom('r'), putHistory('r', [], false), removeRoom('r')]);
  expect(state).toMatchObject({ rooms: {}, histories: {}, selectedRid: undefined });
});

test('somebody types until they stop', () => {
  const typing = apply([setTyping('r', 'ana', true), setTyping('r', 'ana', true), setTyping('r', 'bo', true)]);
  expect(typing.typing).toEqual([
    { rid: 'r', username: 'ana' },
    { rid: 'r', username: 'bo' },
  ]);
  expect(apply([setTyping('r', 'ana', false)], typing).typing).toEqual([{ rid: 'r', username: 'bo' }]);
});
