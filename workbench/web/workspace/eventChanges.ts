import * as v from 'valibot';
import { Inquiry, Room } from '../documents/Room';
import { Message } from '../documents/Message';
import { readOne } from '../documents/readDocument';
import { RoundTrip } from '../documents/Info';
import { User } from '../documents/User';
import { without } from '../state/pick';
import { putMessage, removeMessage } from './changes/messageChanges';
import { putRoom, putRoundTrip, putUser, readRoom, removeRoom, setTyping } from './changes/roomChanges';
import type { Change } from './WorkspaceState';

type ReadEvent = (data: unknown) => Change | undefined;

const event =
  <T>(schema: v.GenericSchema<unknown, T>, change: (data: T) => Change): ReadEvent =>
  (data) => {
    const read = readOne(schema, data);
    return read === undefined ? undefined : change(read);
  };

const Told = v.object({ message: Message, now: v.number() });

/** What each kind of event of the workspace changes on the page. Data that does not fit changes nothing. */
export const eventChanges: Readonly<Record<string, ReadEvent>> = {
  clock: event(v.object({ now: v.number() }), ({ now }) => {
    const clockAhead = now - Date.now();
    return (state) => ({ ...state, clockAhead });
  }),
  message: event(Told, ({ message, now }) => putMessage(message, now)),
  'message-removed': event(v.object({ rid: v.string(), _id: v.string() }), ({ rid, _id }) => removeMessage(rid, _id)),
  ephemeral: event(Told, ({ message, now }) => putMessage({ ...message, private: true }, now)),
  typing: event(v.object({ rid: v.string(), username: v.string(), isTyping: v.boolean() }), (typing) =>
    setTyping(typing.rid, typing.username, typing.isTyping),
  ),
  room: event(v.object({ room: Room }), ({ room }) => putRoom(room)),
  'room-removed': event(v.object({ _id: v.string() }), ({ _id }) => removeRoom(_id)),
  'room-read': event(v.object({ rid: v.string() }), ({ rid }) => readRoom(rid)),
  inquiry: event(v.object({ inquiry: Inquiry }), ({ inquiry }) => (state) => ({
    ...state,
    inquiries: { ...state.inquiries, [inquiry._id]: inquiry },
  })),
  'inquiry-removed': event(v.object({ _id: v.string() }), ({ _id }) => (state) => ({
    ...state,
    inquiries: without(state.inquiries, _id),
  })),
  agent: event(v.object({ user: User }), ({ user }) => putUser(user)),
  roundtrip: event(v.object({ request: RoundTrip }), ({ request }) => putRoundTrip(request)),
};
