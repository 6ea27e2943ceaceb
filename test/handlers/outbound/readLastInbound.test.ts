import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { readLastInbound } from '../../../src/handlers/outbound/readLastInbound';

const at = 1_700_000_000_000;
const room = (lastMessageTs: unknown) => ({ visitorChannelInfo: { lastMessageTs } }) as unknown as IRoom;

test.each([
  ['a date', room(new Date(at)), at],
  ['a text', room(new Date(at).toISOString()), at],
  ['a number', room(at), at],
  ['an unreadable text', room('yesterday'), undefined],
  ['null', room(null), undefined],
  ['nothing', room(undefined), undefined],
  ['a room without it', {} as IRoom, undefined],
])('the last message of the customer is read from %s', (_what, given, expected) => {
  expect(readLastInbound(given)).toBe(expected);
});
