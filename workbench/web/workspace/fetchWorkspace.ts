import type { Api } from '../api/Api';
import { ActionButton, Command, Info, RoundTrip } from '../documents/Info';
import { Message } from '../documents/Message';
import { readList, readOne } from '../documents/readDocument';
import { Inquiry, Room } from '../documents/Room';
import { User } from '../documents/User';
import { isRecord, pickText } from '../state/pick';
import { readAppTexts } from './appText';
import { putHistory, putOlderHistory } from './changes/messageChanges';
import type { Change, WorkspaceState } from './WorkspaceState';

const byId = <T extends { readonly _id: string }>(documents: readonly T[]): Record<string, T> =>
  Object.fromEntries(documents.map((document) => [document._id, document]));

/** Everything that the page shows at first. @throws ApiError when the server refuses or cannot be reached. */
export async function fetchWorkspace(api: Api): Promise<Change> {
  const me = readOne(User, await api.get('/api/v1/me'));
  const [info, users, rooms, inquiries, roundTrips] = await Promise.all([
    api.get('/api/workbench/info'),
    api.get('/api/v1/users.list?count=100'),
    api.get('/api/v1/rooms.get'),
    me && isOmnichannel(me) ? api.get('/api/v1/livechat/inquiries.list?count=100') : undefined,
    api.get('/api/workbench/roundtrips'),
  ]);
  return (state) => ({
    ...state,
    me: me ?? state.me,
    info: readOne(Info, info),
    users: readList(User, users, 'users'),
    rooms: byId(readList(Room, rooms, 'update')),
    inquiries: byId(readList(Inquiry, inquiries, 'inquiries').filter(({ status }) => status !== 'taken')),
    roundTrips: readList(RoundTrip, roundTrips, 'requests'),
  });
}

/** What apps add to the client: commands, buttons, texts. @throws ApiError when the server refuses or cannot be reached. */
export async function fetchAppParts(api: Api): Promise<Change> {
  const [commands, buttons, languages] = await Promise.all([
    api.get('/api/v1/commands.list?count=100'),
    api.get('/api/apps/actionButtons'),
    api.get('/api/apps/languages'),
  ]);
  return (state) => ({
    ...state,
    commands: readList(Command, commands, 'commands'),
    buttons: readList(ActionButton, { buttons }, 'buttons'),
    appTexts: readAppTexts(languages),
  });
}

/** The language that the app's settings prefer; told to administrators only. @throws ApiError when the server refuses. */
export async function fetchAppLanguage(api: Api, appId: string): Promise<Change> {
  const body = await api.get(`/api/apps/${encodeURIComponent(appId)}/settings`);
  const appLanguage = pickText(body, 'settings', 'preferred_language', 'value');
  return (state) => ({ ...state, appLanguage });
}

const PAGE = 50;
const PATHS = { c: 'channels.messages', p: 'groups.messages', d: 'im.messages' } as const;

const pathOf = (state: WorkspaceState, rid: string): string => {
  const type = state.rooms[rid]?.t ?? 'l';
  const id = encodeURIComponent(rid);
  return type === 'l' ? `/api/v1/livechat/room/${id}/messages?` : `/api/v1/${PATHS[type]}?roomId=${id}&`;
};

/** A page of a room's messages, counted from the newest. @throws ApiError when the server refuses or cannot be reached. */
export async function fetchHistory(api: Api, state: WorkspaceState, rid: string, offset = 0): Promise<Change> {
  const body = await api.get(`${pathOf(state, rid)}count=${PAGE}&offset=${offset}`);
  // The server gives the newest first: turned round, messages of the same moment keep their order.
  const messages = [...readList(Message, body, 'messages')].reverse();
  const total = isRecord(body) && typeof body['total'] === 'number' ? body['total'] : 0;
  const put = offset === 0 ? putHistory : putOlderHistory;
  return put(rid, messages, offset + messages.length < total);
}

const ROLES = new Set(['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent']);

/** Whether a user has to do with customers' conversations. */
export function isOmnichannel(user: User): boolean {
  return user.roles.some((role) => ROLES.has(role));
}
