import { isOwnAddress } from '../isOwnAddress';
import { DEFAULT_SERVER, SERVER_TRAITS, type ServerTraits } from '../server/serverTraits';
import { createId } from '../store/createId';
import type { Store } from '../store/Store';
import type { AppEvents } from './AppEvents';
import type { UserDocument } from './documents/UserDocument';
import type { Audience } from './events/Audience';
import { WorkspaceEvents } from './events/WorkspaceEvents';
import { StoredAgents } from './livechat/StoredAgents';
import { StoredContacts } from './livechat/StoredContacts';
import { StoredDepartments } from './livechat/StoredDepartments';
import { StoredInquiries } from './livechat/StoredInquiries';
import { StoredLivechatRooms } from './livechat/StoredLivechatRooms';
import { StoredVisitors } from './livechat/StoredVisitors';
import { StoredMessages } from './messages/StoredMessages';
import { StoredRooms } from './rooms/StoredRooms';
import { seedWorkspace } from './seedWorkspace';
import { StoredSettings } from './settings/StoredSettings';
import { silentApps } from './silentApps';
import { StoredUploads } from './uploads/StoredUploads';
import { StoredUsers } from './users/StoredUsers';
import type { Workspace } from './Workspace';

interface WorkspaceOptions {
  store: Store;
  siteUrl: string;
  traits?: ServerTraits;
}

/**
 * The workspace over this store. A new store gets its first users, departments and settings. `siteUrl` is set at each
 * start, since the port may be another one; an address that somebody has chosen (a tunnel's) stays.
 */
export function openWorkspace({ store, siteUrl, traits = SERVER_TRAITS[DEFAULT_SERVER] }: WorkspaceOptions): Workspace {
  let apps: AppEvents = silentApps;
  const events = new WorkspaceEvents();
  const parts = { store, traits, events, apps: () => apps };

  const settings = new StoredSettings(store);
  const users = new StoredUsers(parts);
  const rooms: StoredRooms = new StoredRooms(parts, users, () => messages);
  const messages: StoredMessages = new StoredMessages(parts, settings, users, rooms);
  const uploads: StoredUploads = new StoredUploads(parts, settings, rooms, messages, () => livechat);
  const departments = new StoredDepartments(store);
  const agents = new StoredAgents(parts, settings, users, departments);
  const visitors = new StoredVisitors(parts, departments);
  const contacts = new StoredContacts(store);
  const inquiries: StoredInquiries = new StoredInquiries(parts, users, agents, departments, () => livechat);
  const livechat: StoredLivechatRooms = new StoredLivechatRooms({
    ...parts,
    settings,
    users,
    messages,
    departments,
    agents,
    contacts,
    inquiries,
  });

  const workspace: Workspace = {
    traits,
    settings,
    users,
    rooms,
    messages,
    uploads,
    departments,
    agents,
    visitors,
    contacts,
    livechat,
    inquiries,
    events,
    mayHear: (user, audience) => mayHear(workspace, user, audience),
    connectApps: (listener) => {
      apps = listener;
    },
  };

  store.transaction(() => {
    settings.addMissing();
    if (settings.string('uniqueID') === '') settings.set('uniqueID', createId());
    const current = settings.string('Site_Url');
    if (current === '' || isOwnAddress(current)) settings.set('Site_Url', siteUrl);
    seedWorkspace(workspace);
  });
  return workspace;
}

function mayHear({ rooms, inquiries }: Workspace, user: UserDocument, audience: Audience): boolean {
  if (audience.kind === 'everyone') return true;
  if (audience.kind === 'user') return audience.userId === user._id;
  if (audience.kind === 'queue') return inquiries.mayTake(user, { department: audience.departmentId });
  const room = rooms.find(audience.rid);
  return room !== undefined && rooms.maySee(user, room);
}
