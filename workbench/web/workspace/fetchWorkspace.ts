import type { Api } from '../api/Api';
import { Info } from '../documents/Info';
import { Inquiry } from '../documents/Inquiry';
import { readList } from '../documents/readList';
import { readOne } from '../documents/readOne';
import { Room } from '../documents/Room';
import { RoundTrip } from '../documents/RoundTrip';
import { User } from '../documents/User';
import { isOmnichannel } from './isOmnichannel';
import type { Change } from './WorkspaceState';

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
